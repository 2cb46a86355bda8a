-- The council's own fostering households: approvals, places, recruitment, reviews and supervision (local-extracts.md 3.9 to 3.11).

-- Versions of approvals: one household has one version a day. A version that ends on its first day is in no count, and one gives way
-- to the next even where its own end is later. `kind_of_carer`: mainstream is every type but connected (3.9).
create or replace table foster_household as
with version as (
  select authority, household_id, valid_from, valid_to, approval_date, approval_end_date, end_reason, care_type, approved_places, team, file_id, line
  from extract.foster_households
  where valid_to is null or valid_to > valid_from
)
select authority, household_id, valid_from as start_date,
  -- least() passes over a null: the earlier of the two, where there is one.
  least(valid_to, lead(valid_from) over household) as end_date,
  approval_date, approval_end_date, end_reason, care_type, kind_of_carer(care_type) as kind_of_carer,
  approved_places, team, 'foster_households' as source, file_id, line
from version
window household as (partition by authority, household_id order by valid_from);

-- Approvals: what each was when it began and when it ended. One that ended on the day it began, or before, is in no count.
create or replace table foster_approval as
with approval as (
  select authority, household_id, approval_date,
    min_by(struct_pack(care_type, approved_places, team, file_id, line), start_date) as first_version,
    max_by(struct_pack(care_type, team, approval_end_date, end_reason), start_date) as last_version,
    max(approval_end_date) as any_end
  from foster_household
  group by all
)
select authority, household_id, approval_date, coalesce(last_version.approval_end_date, any_end) as end_date,
  coalesce(nullif(last_version.end_reason, 'unknown'), 'not_known') as end_reason,
  first_version.care_type as first_care_type, last_version.care_type as last_care_type,
  first_version.approved_places as first_places, first_version.team as first_team, last_version.team as last_team,
  'foster_households' as source, first_version.file_id as file_id, first_version.line as line
from approval
where coalesce(last_version.approval_end_date, any_end) is null or coalesce(last_version.approval_end_date, any_end) > approval_date;

-- A change of type within one approval moves the household from one type to another on the first day of the new version.
create or replace table foster_type_change as
with version as (
  select *, lag(care_type) over (partition by authority, household_id, approval_date order by start_date) as from_type from foster_household
)
select authority, household_id, start_date as day, from_type, care_type as to_type, team, source, file_id, line
from version
where from_type <> care_type;

create or replace table foster_place as
select authority, as_at, household_id, place_status,
  case when place_status = 'not_available' then coalesce(nullif(reason, 'unknown'), 'not_known') end as reason,
  case when reason = 'carer_break_or_resigning' then coalesce(nullif(sub_reason, 'unknown'), 'not_known') end as sub_reason,
  places, 'foster_places' as source, file_id, line
from extract.foster_places;

create or replace table foster_event as
select authority, subject_id, event_type, event_date, due_date, coalesce(nullif(source, 'unknown'), 'not_known') as enquiry_source,
  outcome, team, 'foster_events' as source, file_id, line
from extract.foster_events;
