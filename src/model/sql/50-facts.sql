-- Each of these tables is the return's as far as it reaches (returned_reach), and goes on from there by the standard dataset: `source`.

-- Reviews held. The dataset joins them to the child through the period of care; cancelled ones, and those to come, are none.
create or replace table review as
with told as (
  select authority, child, review as day, review_code as participation, collection_year as told_in, 'Reviews' as source, file_id, line
  from returned.reviews where use = 'used'
  union all
  select x.authority, c.clae_person_id, x.clar_cla_review_date, x.clar_cla_review_participation, 0, 'ssd_cla_reviews', x.file_id, x.line
  from extract.ssd_cla_reviews x
  join (select distinct authority, clae_cla_id, clae_person_id from extract.ssd_cla_episodes) c
    on c.authority = x.authority and c.clae_cla_id = x.clar_cla_id
  left join returned_reach r on r.authority = x.authority and r.source = 'Reviews'
  where x.clar_cla_review_date is not null and not coalesce(x.clar_cla_review_cancelled, false) and (r.last_day is null or x.clar_cla_review_date > r.last_day)
)
select p.child_id, p.authority, t.day as review_date, nullif(t.participation, 'unknown') as participation, age_on(p.date_of_birth, t.day) as age,
  t.source, t.file_id, t.line
from told t join person p on p.authority = t.authority and p.local_id = t.child
-- One review a day: a date returned twice is one review, by the latest return.
qualify row_number() over (partition by p.child_id, t.day order by t.told_in desc, t.line desc) = 1;

create or replace table missing_incident as
with told as (
  select authority, child, case missing when 'M' then 'missing' when 'A' then 'away' else 'not_known' end as kind, mis_start as start_date, mis_end as end_date,
    -- false where something stands for the end that is not a day: it may be over or not.
    mis_end is not null or coalesce(mis_end_text, '') = '' as end_known, collection_year as told_in, 'Missing' as source, file_id, line
  from returned.missing where use = 'used'
  union all
  -- The dataset's kinds are words. One that began within the return's days is told again only where the return left it open.
  select x.authority, x.miss_person_id,
    case when regexp_matches(x.miss_missing_episode_type, '^\s*m', 'i') then 'missing' when regexp_matches(x.miss_missing_episode_type, '^\s*a', 'i') then 'away' else 'not_known' end as kind,
    x.miss_missing_episode_start_date, x.miss_missing_episode_end_date, true, 10001, 'ssd_missing', x.file_id, x.line
  from extract.ssd_missing x
  left join returned_reach r on r.authority = x.authority and r.source = 'Missing'
  where r.last_day is null or x.miss_missing_episode_start_date > r.last_day
     or exists (from returned.missing m where m.authority = x.authority and m.child = x.miss_person_id and m.mis_start = x.miss_missing_episode_start_date
                and m.use = 'used' and m.mis_end is null
                and m.missing = case when regexp_matches(x.miss_missing_episode_type, '^\s*m', 'i') then 'M' else 'A' end
                and x.miss_missing_episode_end_date > r.last_day)
)
select p.child_id, p.authority, t.kind, t.start_date, t.end_date, t.end_known, t.source, t.file_id, t.line
from told t join person p on p.authority = t.authority and p.local_id = t.child
-- An incident still open on 31 March comes again, with its end, in the next return: the latest return wins. Within one return a child
-- may well go missing twice in a day.
qualify t.told_in = max(t.told_in) over (partition by p.child_id, t.start_date);

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
  case a.foster_care when '1' then true when '0' then false end as foster_carer, a.nb_adoptr as adopters, 'AD1' as source, a.file_id, a.line
from returned.ad1 a join person p on p.authority = a.authority and p.local_id = a.child
where a.use = 'used'
union all
select p.child_id, p.authority, year_close(year(x.perm_permanence_order_date) + (month(x.perm_permanence_order_date) >= 4)::integer) - 1,
  x.perm_adm_decision_date, x.perm_matched_date, x.perm_adopted_by_carer_flag, x.perm_number_of_adopters::varchar, 'ssd_permanence', x.file_id, x.line
from extract.ssd_permanence x
join person p on p.authority = x.authority and p.local_id = x.perm_person_id
left join returned_reach r on r.authority = x.authority and r.source = 'AD1'
where x.perm_permanence_order_type = 'adoption' and x.perm_permanence_order_date is not null
  and (r.last_day is null or x.perm_permanence_order_date > r.last_day);

-- A decision that a child should be placed for adoption. Despite the return's name, DATE_PLACED is the decision's date. One that the return has
-- as standing may be reversed later: the dataset says when.
create or replace table adoption_decision as
with reach as (
  select authority, last_day from returned_reach where source = 'PlacedAdoption'
)
select p.child_id, p.authority, d.date_placed as decision_date, coalesce(d.date_placed_ceased, x.ceased_date) as ceased_date,
  coalesce(d.reason_placed_ceased, x.ceased_reason) as ceased_reason, 'PlacedAdoption' as source, d.file_id, d.line
from returned.placed_adoption d
join person p on p.authority = d.authority and p.local_id = d.child
left join (
  select y.authority, y.perm_person_id as child, y.perm_adm_decision_date as decision_date, min(y.perm_decision_reversed_date) as ceased_date,
    arg_min(y.perm_decision_reversed_reason, y.perm_decision_reversed_date) as ceased_reason
  from extract.ssd_permanence y join reach r on r.authority = y.authority and y.perm_decision_reversed_date > r.last_day
  group by all
) x on x.authority = d.authority and x.child = d.child and x.decision_date = d.date_placed and d.date_placed_ceased is null
where d.use = 'used'
union all
select p.child_id, p.authority, x.perm_adm_decision_date, x.perm_decision_reversed_date, x.perm_decision_reversed_reason, 'ssd_permanence', x.file_id, x.line
from extract.ssd_permanence x
join person p on p.authority = x.authority and p.local_id = x.perm_person_id
left join reach r on r.authority = x.authority
where x.perm_adm_decision_date is not null and (r.last_day is null or x.perm_adm_decision_date > r.last_day);

-- The return says once a year, of the first start in it, which order had been made for the child before. The dataset's rows have no year: each is
-- of every year in which the child came into care after the order; a day known only in part (zz) is taken as before.
create or replace table previous_permanence as
select p.child_id, p.authority, v.collection_year, year_close(v.collection_year) - 1 as year_end, v.prev_perm as order_type, v.date_perm as order_date_text,
  'PrevPerm' as source, v.file_id, v.line
from returned.prev_perm v join person p on p.authority = v.authority and p.local_id = v.child
where v.use = 'used'
union all
select p.child_id, p.authority, year(c.start_date) + (month(c.start_date) >= 4)::integer, year_close(year(c.start_date) + (month(c.start_date) >= 4)::integer) - 1,
  nullif(x.lapp_previous_permanence_option, 'unknown'), x.lapp_previous_permanence_order_date, 'ssd_cla_previous_permanence', x.file_id, x.line
from extract.ssd_cla_previous_permanence x
join person p on p.authority = x.authority and p.local_id = x.lapp_person_id
join period_of_care c on c.child_id = p.child_id and c.started
left join returned_reach r on r.authority = x.authority and r.source = 'PrevPerm'
where (r.last_day is null or c.start_date > r.last_day)
  and coalesce(coalesce(try_cast(x.lapp_previous_permanence_order_date as date), try_strptime(x.lapp_previous_permanence_order_date, '%d/%m/%Y')::date) <= c.start_date, true)
qualify row_number() over (partition by p.child_id, c.start_date order by coalesce(x.lapp_previous_permanence_option = 'Z1', true), x.line desc) = 1;

-- A social worker's time with a child. One left open ends where the child's next worker begins; one whose end cannot be read is left out. Of the
-- dataset's involvements those whose role holds the case (child_team has the words), where any role of the council says so.
create or replace table social_worker_spell as
with involved as (
  select x.*, regexp_matches(lower(coalesce(x.invo_professional_role_id, '')), 'allocated|case ?(worker|holder|holding)|social worker') as holds,
    bool_or(regexp_matches(lower(coalesce(x.invo_professional_role_id, '')), 'allocated|case ?(worker|holder|holding)|social worker')) over (partition by x.authority) as says_who_holds
  from extract.ssd_involvements x
),
told as (
  select authority, child, sw_id as worker_id, sw_decom as start_date, sw_dec as end_date, sw_reason as reason, 'SWEpisodes' as source, file_id, line
  from returned.sw_episodes
  where use = 'used' and (sw_dec > sw_decom or (sw_dec is null and trim(coalesce(sw_dec_text, '')) = ''))
  union all
  select x.authority, x.invo_person_id, x.invo_professional_id, x.invo_involvement_start_date, x.invo_involvement_end_date, x.invo_worker_change_reason,
    'ssd_involvements', x.file_id, x.line
  from involved x
  left join returned_reach r on r.authority = x.authority and r.source = 'SWEpisodes'
  where x.invo_professional_id is not null and (x.holds or not x.says_who_holds)
    and (x.invo_involvement_end_date is null or x.invo_involvement_end_date > x.invo_involvement_start_date)
    and (r.last_day is null or x.invo_involvement_start_date > r.last_day)
)
select p.child_id, p.authority, t.worker_id, t.start_date,
  coalesce(t.end_date, lead(t.start_date) over (partition by p.child_id order by t.start_date)) as end_date, t.reason, t.source, t.file_id, t.line
from told t join person p on p.authority = t.authority and p.local_id = t.child;
