-- Health, wellbeing and offending within the year, which the return has only once a year (OC2). These are local approximations: the measures
-- over them stand beside the yearly ones and say so (indicators.md section 8).

-- Checks completed. The type is free text: one that says "dent" is dental; any other check or surveillance that is neither an assessment nor
-- of the eyes is of development (local-extracts.md section 2). A council that calls its assessments health checks has those as assessments.
-- Annex A list 8 has the day of the last dental check; where it is blank none is known to have been made.
create or replace table health_event as
with typed as (
  select authority, clah_person_id as local_id, clah_health_check_date as day, lower(coalesce(clah_health_check_type, '')) as type,
    clah_health_check_status = 'completed' or (clah_health_check_status is null and clah_health_check_date <= extract_date) as done, file_id, line
  from extract.ssd_cla_health
),
named as (
  select *, bool_or(regexp_matches(type, 'assess|\b(iha|rha)')) over (partition by authority) as says_assessment from typed
),
sorted as (
  select *,
    case when type like '%dent%' then 'dental'
         when type like '%optic%' or regexp_matches(type, 'assess|\b(iha|rha)') or (not says_assessment and type like '%health check%') then null
         when regexp_matches(type, 'check|surveillance') then 'development' end as kind
  from named where done
)
select p.child_id, s.authority, s.kind, s.day, s.day as known_from, null::date as known_to, 'ssd_cla_health' as source, s.file_id, s.line
from sorted s
join person p on p.authority = s.authority and p.local_id = s.local_id
where s.kind is not null
union all
select p.child_id, x.authority, 'dental', case when x.last_dental_check_on <= x.as_at then x.last_dental_check_on end, x.as_at, d.next_as_at, 'annex_a_list_8', x.file_id, x.line
from extract.annex_a_list_8 x
join list_8_picture d using (authority, as_at)
join person p on p.authority = x.authority and p.local_id = x.child_id
qualify row_number() over (partition by p.child_id, x.as_at order by x.started_on desc, x.line desc) = 1;

-- Whether immunisations are up to date, [as_at, next_as_at).
create or replace table immunisation_status as
with picture as (
  select authority, as_at, lead(as_at) over (partition by authority order by as_at) as next_as_at
  from (select distinct authority, as_at from extract.ssd_cla_immunisations)
)
select p.child_id, x.authority, x.as_at, d.next_as_at, x.clai_immunisations_status as up_to_date, 'ssd_cla_immunisations' as source, x.file_id, x.line
from extract.ssd_cla_immunisations x
join picture d using (authority, as_at)
join person p on p.authority = x.authority and p.local_id = x.clai_person_id;

-- Questionnaires (SDQ) with a day and a score.
create or replace table sdq_completed as
select p.child_id, x.authority, x.csdq_sdq_completed_date as day, x.csdq_sdq_score as score, 'ssd_sdq_scores' as source, x.file_id, x.line
from extract.ssd_sdq_scores x
join person p on p.authority = x.authority and p.local_id = x.csdq_person_id
where x.csdq_sdq_completed_date is not null and x.csdq_sdq_score is not null;

-- Substance misuse found, with whether the child received help; a row that says there is none is none.
create or replace table substance_misuse_found as
select p.child_id, x.authority, x.clas_substance_misuse_date as day, x.clas_intervention_received as intervention_received,
  'ssd_cla_substance_misuse' as source, x.file_id, x.line
from extract.ssd_cla_substance_misuse x
join person p on p.authority = x.authority and p.local_id = x.clas_person_id
where lower(trim(coalesce(x.clas_substance_misused, ''))) not in ('n', 'no', 'none', '0', 'false');

-- Days of offences for which a child was convicted or cautioned.
create or replace table conviction as
select p.child_id, x.authority, x.clac_cla_conviction_date as day, 'ssd_cla_convictions' as source, x.file_id, x.line
from extract.ssd_cla_convictions x
join person p on p.authority = x.authority and p.local_id = x.clac_person_id;
