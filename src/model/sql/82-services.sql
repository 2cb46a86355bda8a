-- The council's own children's homes, caseloads, and what tells of quality: challenges, audits, feedback (local-extracts.md 3.12 to 3.14).

-- A home is registered from its first registration until it is closed, for good: a new registration comes with a new URN.
create or replace table childrens_home as
select authority, urn, coalesce(max_by(home_name, (event_date, line)) filter (home_name is not null), urn) as home_name,
  min(event_date) filter (event_type = 'registered') as registered_on, min(event_date) filter (event_type = 'closed') as closed_on,
  'homes' as source, min(file_id) as file_id, min(line) as line
from extract.homes
group by authority, urn
having registered_on is not null;

create or replace table home_inspection as
select authority, urn, event_date as inspected_on, coalesce(nullif(grade, 'unknown'), 'not_known') as grade, 'homes' as source, file_id, line
from extract.homes
where event_type = 'inspected';

-- Visits of an independent person. `known_to`: the day up to which the list is complete, so whether a report may still be on time.
create or replace table home_independent_visit as
select authority, urn, event_date as visited_on, report_sent_date as report_sent_on, extract_date as known_to, 'homes' as source, file_id, line
from extract.homes
where event_type = 'reg44_visit';

create or replace table quality_item as
select q.authority, q.item_id, q.item_type, p.child_id, nullif(q.child_group, 'unknown') as child_group, q.opened_date, q.closed_date, q.theme,
  nullif(q.source, 'unknown') as feedback_from, q.team, nullif(q.grade, 'unknown') as grade, q.stage_resolved, q.response_recorded,
  'quality' as source, q.file_id, q.line
from extract.quality q
left join person p on p.authority = q.authority and p.local_id = q.child_id;

-- Caseloads: a row for each worker and team. `counted_at`: when the cases were counted, at the month end or, in the standard dataset, on
-- the last 30 September, which is said with its year. Its job titles are words, so who is a social worker is read from them
-- (local-extracts.md 3.14 has the roles). The rows in which one worker is a social worker are added before the caseload is worked out;
-- it is rounded only to be rid of what fractions of 1.0 leave (12 / 0.8).
create or replace table worker_caseload as
with titled as (
  select *, lower(coalesce(prof_professional_job_title, '')) as title from extract.ssd_professionals
),
given as (
  select authority, as_at, 'month_end' as counted_at, worker_id, team, role, fte, cases, 'workers' as source, file_id, line from extract.workers
  union all
  select authority, as_at, '30 September ' || (year(as_at) - case when as_at < make_date(year(as_at), 9, 30) then 1 else 0 end),
    prof_professional_id, prof_professional_department,
    case when regexp_matches(title, '(assistant|student|support worker)') then 'other' when regexp_matches(title, 'manager') then 'manager'
         when regexp_matches(title, '(newly.qualified|nqsw|asye)') then 'newly_qualified' when regexp_matches(title, '(advanced|senior) (practitioner|social work)') then 'advanced'
         when regexp_matches(title, 'social worker') then 'social_worker' when regexp_matches(title, 'personal advis') then 'personal_adviser' else 'other' end,
    prof_full_time_equivalency, prof_professional_caseload, 'ssd_professionals', file_id, line
  from titled
)
select *, role in ('social_worker', 'newly_qualified', 'advanced') as social_worker, sum(cases) over worker as worker_cases,
  case when sum(fte) over worker > 0 then round(sum(cases) over worker / sum(fte) over worker, 6) end as caseload
from given
window worker as (partition by authority, source, as_at, worker_id, role in ('social_worker', 'newly_qualified', 'advanced'));
