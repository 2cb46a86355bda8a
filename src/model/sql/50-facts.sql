create or replace table review as
select p.child_id, p.authority, r.review as review_date, r.review_code as participation, age_on(p.date_of_birth, r.review) as age,
  r.file_id, r.line
from returned.reviews r join person p on p.authority = r.authority and p.local_id = r.child
where r.use = 'used'
-- One review a day: a date returned twice is one review, by the latest return.
qualify row_number() over (partition by p.child_id, r.review order by r.collection_year desc, r.line desc) = 1;

create or replace table missing_incident as
select p.child_id, p.authority, case m.missing when 'M' then 'missing' when 'A' then 'away' else 'not_known' end as kind,
  m.mis_start as start_date, m.mis_end as end_date,
  -- false where something stands for the end that is not a day: it may be over or not.
  m.mis_end is not null or coalesce(m.mis_end_text, '') = '' as end_known, m.file_id, m.line
from returned.missing m join person p on p.authority = m.authority and p.local_id = m.child
where m.use = 'used'
-- An incident still open on 31 March comes again, with its end, in the next return: the latest return wins. Within one return a child
-- may well go missing twice in a day.
qualify m.collection_year = max(m.collection_year) over (partition by p.child_id, m.mis_start);

-- The yearly health, wellbeing and offending record (OC2) of a child in care for 12 months at 31 March.
create or replace table health_check as
select p.child_id, p.authority, year_close(o.collection_year) - 1 as year_end, age_on(p.date_of_birth, year_close(o.collection_year) - 1) as age,
  case when o.sdq_score between 0 and 40 then o.sdq_score end as sdq_score,
  case when o.sdq_reason in ('SDQ1', 'SDQ2', 'SDQ3', 'SDQ4', 'SDQ5') then o.sdq_reason end as sdq_reason,
  case o.convicted when '1' then true when '0' then false end as convicted,
  case o.health_check when '1' then true when '0' then false end as development_check,
  case o.immunisations when '1' then true when '0' then false end as immunisations,
  case o.teeth_check when '1' then true when '0' then false end as dental_check,
  case o.health_assessment when '1' then true when '0' then false end as health_assessment,
  case o.substance_misuse when '1' then true when '0' then false end as substance_misuse,
  case o.intervention_received when '1' then true when '0' then false end as intervention_received,
  case o.intervention_offered when '1' then true when '0' then false end as intervention_offered,
  o.file_id, o.line
from returned.oc2 o join person p on p.authority = o.authority and p.local_id = o.child
where o.use = 'used'
qualify row_number() over (partition by p.child_id, o.collection_year order by o.line desc) = 1;

-- A care leaver's position on or near their birthday in the year (OC3). The year holds one birthday, so `age`, the age it brought, is
-- the age on 31 March. activity and accommodation are null where the return gives none (0) or no code of its year. in_cohort is false
-- for those whom the published tables leave out: died, returned home for 6 months or more, care taken over by another authority, only
-- ever on short breaks.
create or replace table care_leaver_position as
with last_episode as (
  select child_id, max_by(struct_pack(reason := end_reason), start_date).reason as end_reason, bool_and(short_break) as short_breaks_only from episode group by child_id
)
select p.child_id, p.authority, year_close(o.collection_year) - 1 as year_end,
  age_on(p.date_of_birth, year_close(o.collection_year) - 1) as age,
  case when o.in_touch in ('YES', 'NO', 'REFU', 'NREQ', 'DIED', 'RHOM') then o.in_touch end as in_touch,
  -- F3 and P3 (training or employment) became F4, F5, P4 and P5 (apprenticeship; other) with the 2021/22 return.
  case when o.activ in ('F1', 'F2', 'P1', 'P2', 'G4', 'G5', 'G6') then o.activ
       when o.activ in ('F3', 'P3') and o.collection_year <= 2021 then o.activ
       when o.activ in ('F4', 'F5', 'P4', 'P5') and o.collection_year >= 2022 then o.activ end as activity,
  case when regexp_matches(o.accom, '^[BCDEGHKRSTUVWXYZ][12]$') then o.accom end as accommodation,
  left(accommodation, 1) as accommodation_type,
  -- Of no fixed abode and in custody are never suitable, whatever the digit.
  right(accommodation, 1) = '1' and accommodation_type not in ('S', 'X') as suitable,
  coalesce(o.in_touch, '') not in ('DIED', 'RHOM') and coalesce(e.end_reason, '') <> 'E3' and not coalesce(e.short_breaks_only, false) as in_cohort,
  o.file_id, o.line
from returned.oc3 o join person p on p.authority = o.authority and p.local_id = o.child
left join last_episode e on e.child_id = p.child_id
where o.use = 'used'
qualify row_number() over (partition by p.child_id, o.collection_year order by o.line desc) = 1;

create or replace table adoption as
select p.child_id, p.authority, year_close(a.collection_year) - 1 as year_end, a.date_int as decision_date, a.date_match as match_date,
  case a.foster_care when '1' then true when '0' then false end as foster_carer, a.nb_adoptr as adopters, a.file_id, a.line
from returned.ad1 a join person p on p.authority = a.authority and p.local_id = a.child
where a.use = 'used';

-- A decision that a child should be placed for adoption. Despite the return's name, DATE_PLACED is the decision's date.
create or replace table adoption_decision as
select p.child_id, p.authority, d.date_placed as decision_date, d.date_placed_ceased as ceased_date, d.reason_placed_ceased as ceased_reason,
  d.file_id, d.line
from returned.placed_adoption d join person p on p.authority = d.authority and p.local_id = d.child
where d.use = 'used';

create or replace table previous_permanence as
select p.child_id, p.authority, v.collection_year, year_close(v.collection_year) - 1 as year_end, v.prev_perm as order_type, v.date_perm as order_date_text,
  v.file_id, v.line
from returned.prev_perm v join person p on p.authority = v.authority and p.local_id = v.child
where v.use = 'used';

-- A social worker's time with a child. One left open ends where the child's next worker begins; one whose end cannot be read is left out.
create or replace table social_worker_spell as
select p.child_id, p.authority, s.sw_id as worker_id, s.sw_decom as start_date,
  coalesce(s.sw_dec, lead(s.sw_decom) over (partition by p.child_id order by s.sw_decom)) as end_date, s.sw_reason as reason, s.file_id, s.line
from returned.sw_episodes s join person p on p.authority = s.authority and p.local_id = s.child
where s.use = 'used' and (s.sw_dec > s.sw_decom or (s.sw_dec is null and trim(coalesce(s.sw_dec_text, '')) = ''));
