-- Care plans and permanence plans (local-extracts.md 3.4), one row per version, in force [start_date, end_date) and known from known_from
-- until known_to. planned: a plan for permanence is recorded, null where that cannot be told. `plans` has one row per version; the standard
-- dataset names every plan in one text, of which any with a value other than blank or N is recorded; Annex A list 8 has how it stood on its
-- day, of the latest period of care that a child has there.
create or replace table care_plan as
with version as (
  select p.child_id, x.authority, x.cla_care_plan_start_date as start_date,
    lead(x.cla_care_plan_start_date) over (partition by p.child_id order by x.cla_care_plan_start_date) as end_date,
    x.permanence_plan, x.agreed_date, x.ratified_date, x.placement_until_18,
    x.file_id, x.line
  from extract.plans x
  join person p on p.authority = x.authority and p.local_id = x.child_id
),
-- {"LTFOST18": "Y", "ADOPTION": "N"}, or a list of those recorded. What is neither cannot be told.
recorded as (
  select p.child_id, x.authority, x.lacp_cla_care_plan_start_date as start_date, x.lacp_cla_care_plan_end_date as given_end,
    case when trim(coalesce(x.lacp_cla_care_plan_json, '')) = '' then []
         when not json_valid(x.lacp_cla_care_plan_json) then null
         when json_type(x.lacp_cla_care_plan_json) = 'OBJECT'
         then list_filter(json_keys(x.lacp_cla_care_plan_json), lambda k: upper(trim(coalesce(
           json_extract_string(x.lacp_cla_care_plan_json, '$."' || k || '"'), ''))) not in ('', 'N', 'NO', 'FALSE', '0', 'NULL'))
         when json_type(x.lacp_cla_care_plan_json) = 'ARRAY' then json_extract_string(x.lacp_cla_care_plan_json, '$[*]') end as plans,
    x.file_id, x.line
  from extract.ssd_cla_care_plan x
  join person p on p.authority = x.authority and p.local_id = x.lacp_person_id
  where x.lacp_cla_care_plan_end_date is null or x.lacp_cla_care_plan_end_date > x.lacp_cla_care_plan_start_date
),
-- Of versions that begin on one day the last in the file stands.
of_dataset as (
  select *, lead(start_date) over (partition by child_id order by start_date) as next_start
  from recorded
  qualify row_number() over (partition by child_id, start_date order by file_id desc, line desc) = 1
),
listed as (
  select p.child_id, x.authority, x.started_on, x.as_at, d.next_as_at, x.permanence_plan, x.file_id, x.line
  from extract.annex_a_list_8 x
  join list_8_picture d using (authority, as_at)
  join person p on p.authority = x.authority and p.local_id = x.child_id
  qualify row_number() over (partition by p.child_id, x.as_at order by x.started_on desc, x.line desc) = 1
)
select child_id, authority, start_date, end_date, start_date as known_from, null::date as known_to, permanence_plan is not null as planned,
  nullif(permanence_plan, 'unknown') as plan, agreed_date, ratified_date, placement_until_18,
  coalesce(permanence_plan in ('LTRELFR', 'LTFOST18', 'RESPLMT'), false) as long_term, 'plans' as source, file_id, line
from version
union all
select child_id, authority, start_date, least(given_end, next_start), start_date, null, len(plans) > 0, list_sort(plans)[1], null, null, null,
  coalesce(list_has_any(plans, ['LTRELFR', 'LTFOST18', 'RESPLMT']), false), 'ssd_cla_care_plan', file_id, line
from of_dataset
union all
select child_id, authority, started_on, null, as_at, next_as_at,
  case when permanence_plan is null or permanence_plan = 'none' then false when permanence_plan <> 'unknown' then true end,
  case when permanence_plan not in ('none', 'unknown') then permanence_plan end, null, null, null,
  coalesce(permanence_plan in ('long_term_residential', 'long_term_fostering'), false), 'annex_a_list_8', file_id, line
from listed;

-- Social work visits at which the child may have been seen, each from the day it is known. A visit by telephone, and an attempt at which
-- nobody was seen, are none. The standard dataset and Annex A list 8 do not say how: a visit in them is taken as face to face. list 8 has
-- only the latest by its day; last_visit_on may be blank there, and then nothing is known of a visit.
create or replace table visit as
with listed as (
  select p.child_id, x.authority, x.last_visit_on, x.as_at, d.next_as_at, x.file_id, x.line
  from extract.annex_a_list_8 x
  join list_8_picture d using (authority, as_at)
  join person p on p.authority = x.authority and p.local_id = x.child_id
  where x.last_visit_on <= x.as_at
)
select p.child_id, x.authority, x.cla_visit_date as day, x.visit_method as method, x.cla_visit_seen as seen, x.cla_visit_seen_alone as seen_alone,
  x.cla_visit_date as known_from, null::date as known_to, 'visits' as source, x.file_id, x.line
from extract.visits x join person p on p.authority = x.authority and p.local_id = x.child_id
where x.visit_purpose = 'statutory' and x.visit_method in ('face_to_face', 'virtual')
union all
select p.child_id, x.authority, x.clav_cla_visit_date, 'face_to_face', x.clav_cla_visit_seen, x.clav_cla_visit_seen_alone, x.clav_cla_visit_date,
  null, 'ssd_cla_visits', x.file_id, x.line
from extract.ssd_cla_visits x join person p on p.authority = x.authority and p.local_id = x.clav_person_id
union all
select child_id, authority, last_visit_on, 'face_to_face', true, null, as_at, next_as_at, 'annex_a_list_8', file_id, line from listed;

-- Sessions of direct support, with the hours given to the child: in a group session each child carries all of them.
create or replace table support_session as
select p.child_id, x.authority, x.cla_visit_id as session_id, x.cla_visit_date as day, nullif(x.activity, 'unknown') as activity, x.hours,
  x.visit_method as method, 'visits' as source, x.file_id, x.line
from extract.visits x join person p on p.authority = x.authority and p.local_id = x.child_id
where x.visit_purpose = 'support';

-- Times missing from care that ended, with the interview on the child's return. offered, accepted: Y, N, NA or null (not recorded).
-- held_in_time: an interview face to face or by video dated 0 to 3 days after the end; null where the visits held do not reach the third day.
-- Annex A list 8 has only the last of the 12 months before its day, without dates: its row counts for a picture, [end_date, next_as_at).
create or replace table missing_return as
with ended as (
  select p.child_id, x.authority, x.miss_missing_episode_start_date as start_date, x.miss_missing_episode_end_date as end_date,
    nullif(x.miss_missing_rhi_offered, 'unknown') as offered, nullif(x.miss_missing_rhi_accepted, 'unknown') as accepted,
    'ssd_missing' as source, x.file_id, x.line
  from extract.ssd_missing x join person p on p.authority = x.authority and p.local_id = x.miss_person_id
  where upper(trim(coalesce(x.miss_missing_episode_type, ''))) like 'M%' and x.miss_missing_episode_end_date is not null
  union all
  select child_id, authority, start_date, end_date, null, null, 'Missing', file_id, line
  from missing_incident where kind = 'missing' and end_date is not null
),
interview as (
  select p.child_id, x.missing_episode_start_date as start_date, x.cla_visit_date as day
  from extract.visits x join person p on p.authority = x.authority and p.local_id = x.child_id
  where x.visit_purpose = 'return_interview' and x.visit_method in ('face_to_face', 'virtual')
),
reach as (
  select authority, max(last_day) as last_day from reference.return_held where source = 'visits' group by authority
)
select e.child_id, e.authority, e.start_date, e.end_date, null::date as next_as_at, e.offered, e.accepted,
  exists (from interview i where i.child_id = e.child_id and i.start_date = e.start_date and i.day between e.end_date and e.end_date + 3)
    or case when e.end_date + 3 <= r.last_day then false end as held_in_time,
  e.source, e.file_id, e.line
from ended e
left join reach r on r.authority = e.authority
union all
select p.child_id, x.authority, null, x.as_at, d.next_as_at, case x.interview_offered when true then 'Y' when false then 'N' end,
  case x.interview_accepted when true then 'Y' when false then 'N' end, null, 'annex_a_list_8', x.file_id, x.line
from extract.annex_a_list_8 x
join list_8_picture d using (authority, as_at)
join person p on p.authority = x.authority and p.local_id = x.child_id
where x.missing_12_months > 0
qualify row_number() over (partition by p.child_id, x.as_at order by x.started_on desc, x.line desc) = 1;

-- Applications to court, open [start_date, end_date): one row per application and child (local-extracts.md 3.5).
create or replace table court_application as
select p.child_id, x.authority, x.application_id, nullif(x.application_type, 'unknown') as application_type, x.lodged_date as start_date,
  x.outcome_date as end_date, nullif(x.outcome, 'unknown') as outcome, x.next_hearing_date, x.court, 'court' as source, x.file_id, x.line
from extract.court x join person p on p.authority = x.authority and p.local_id = x.child_id;

-- Health assessments done (local-extracts.md section 2). The type is free text: one that says "dent" is dental whatever else it says. Where no
-- type of the council says "assess", IHA or RHA, a health check is the assessment. Annex A list 8 has the latest by its day.
create or replace table health_assessment as
with typed as (
  select authority, clah_person_id as local_id, clah_health_check_date as day, lower(coalesce(clah_health_check_type, '')) as type,
    clah_health_check_status as status, extract_date, file_id, line
  from extract.ssd_cla_health
),
named as (
  select *, regexp_matches(type, 'assess|\b(iha|rha)') and type not like '%dent%' as assessment,
    bool_or(regexp_matches(type, 'assess|\b(iha|rha)')) over (partition by authority) as says_assessment
  from typed
)
select p.child_id, n.authority, n.day, n.day as known_from, null::date as started_on, 'ssd_cla_health' as source, n.file_id, n.line
from named n join person p on p.authority = n.authority and p.local_id = n.local_id
where (n.assessment or (not n.says_assessment and n.type like '%health check%' and n.type not like '%dent%'))
  and (n.status = 'completed' or (n.status is null and n.day <= n.extract_date))
union all
-- The period of care is the row's own; a row without a day says that none is known to have been done.
select p.child_id, x.authority, case when x.last_health_assessment_on <= x.as_at then x.last_health_assessment_on end, x.as_at, x.started_on,
  'annex_a_list_8', x.file_id, x.line
from extract.annex_a_list_8 x join person p on p.authority = x.authority and p.local_id = x.child_id;
