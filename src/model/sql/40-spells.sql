-- A period of care: a chain of episodes without a short break, from a start to an end.
-- started: true where the return holds its start (RNE S). start_known: its first day is known, though it may not count as a start.
-- ended: true where the return holds its end; null where care stopped and no return says when or why; false while open or where it
-- turned into short breaks.
create or replace table period_of_care as
with grouped as (
  select
    child_id, authority, period_no,
    min(start_date) as start_date,
    case when bool_or(end_date is null) then null else max(end_date) end as end_date,
    arg_min_null(run_no, start_date) as run_no,
    arg_min_null(start_reason, start_date) = 'S' as started,
    max_by(struct_pack(reason := end_reason, recorded := end_recorded), start_date) as last_end,
    min_by(struct_pack(ls := legal_status, need := need, place := placement_type, provider := provider, home := home_postcode,
      placed := placement_postcode, ward := home_ward, miles := miles_from_home, own := in_own_area), start_date) as first,
    max_by(struct_pack(ls := legal_status, place := placement_type, provider := provider, ward := home_ward,
      miles := miles_from_home, own := in_own_area), start_date) as last,
    arg_min_null(file_id, start_date) as file_id, arg_min_null(line, start_date) as line,
    arg_max_null(file_id, start_date) as end_file_id, arg_max_null(line, start_date) as end_line
  from care_episode group by all
)
select
  g.child_id, g.authority, g.period_no, g.start_date, g.end_date, g.run_no,
  coalesce(g.started, false) as started,
  coalesce(g.started, false) or exists (
    select 1 from episode b where b.child_id = g.child_id and b.short_break and b.end_date = g.start_date) as start_known,
  case when g.end_date is null then false
       when exists (select 1 from episode b where b.child_id = g.child_id and b.short_break and b.start_date = g.end_date)
            and coalesce(g.last_end.reason, 'X1') = 'X1' then false
       when g.last_end.recorded and g.last_end.reason <> 'X1' then true
       else null end as ended,
  nullif(g.last_end.reason, 'X1') as end_reason,
  age_on(p.date_of_birth, g.start_date) as age_at_start,
  age_on(p.date_of_birth, g.end_date) as age_at_end,
  g.first.ls as first_legal_status, g.first.need as need, g.first.place as first_placement_type, g.first.provider as first_provider,
  g.first.home as home_postcode, g.first.ward as home_ward, g.first.miles as first_miles_from_home, g.first.own as first_in_own_area,
  g.last.ls as last_legal_status, g.last.place as last_placement_type, g.last.provider as last_provider,
  g.last.ward as last_home_ward, g.last.miles as last_miles_from_home, g.last.own as last_in_own_area,
  g.file_id, g.line, g.end_file_id, g.end_line
from grouped g join person p using (child_id);

-- An unbroken run of days in care. Two periods that touch on one day are one run (decision 40).
create or replace table care_run as
with run as (
  select child_id, authority, run_no, min(start_date) as start_date, arg_min_null(period_no, start_date) as first_period_no,
    case when bool_or(end_date is null) then null else max(end_date) end as end_date
  from care_episode group by child_id, authority, run_no
)
select r.child_id, r.authority, r.run_no, r.start_date, r.end_date, c.start_known
from run r join period_of_care c on c.child_id = r.child_id and c.period_no = r.first_period_no;

-- A counted placement, [start_date, end_date). placement_no runs over the child's whole history.
create or replace table placement as
with grouped as (
  select
    child_id, authority, period_no, placement_no,
    min(start_date) as start_date,
    case when bool_or(end_date is null) then null else max(end_date) end as end_date,
    arg_min_null(start_reason, start_date) as start_reason,
    arg_min_null(placement_type, start_date) as first_placement_type,
    arg_max_null(placement_type, start_date) as last_placement_type,
    min_by(struct_pack(provider := provider, miles := miles_from_home, own := in_own_area, la := placement_la, ls := legal_status, ward := home_ward), start_date) as first,
    max_by(struct_pack(provider := provider, miles := miles_from_home, own := in_own_area, la := placement_la, ls := legal_status, ward := home_ward,
      reason := case when temporary then null else change_reason end), start_date) as last,
    arg_max_null(end_recorded, start_date) as end_recorded,
    arg_max_null(change_reason, start_date) filter (where not temporary) as settled_reason,
    arg_max_null(temporary, start_date) as ends_temporary,
    arg_min_null(file_id, start_date) as file_id, arg_min_null(line, start_date) as line,
    arg_max_null(file_id, start_date) as end_file_id, arg_max_null(line, start_date) as end_line
  from care_episode
  group by all
  having bool_or(not temporary)
)
select
  child_id, authority, period_no, placement_no, start_date, end_date, end_date is not null and end_recorded as end_recorded,
  row_number() over child as placement_ordinal,
  lag(placement_no) over period is null as first_in_period,
  lead(placement_no) over period is not null as followed,
  lag(last_placement_type) over period as previous_placement_type,
  lag(start_date) over period as previous_start_date,
  lead(first_placement_type) over period as next_placement_type,
  start_reason, first_placement_type, last_placement_type,
  first.provider as first_provider, first.miles as first_miles_from_home, first.own as first_in_own_area, first.la as first_placement_la,
  first.ls as first_legal_status, first.ward as first_home_ward,
  last.provider as last_provider, last.miles as last_miles_from_home, last.own as last_in_own_area, last.la as last_placement_la,
  last.ls as last_legal_status, last.ward as last_home_ward,
  coalesce(last.reason, case when ends_temporary then settled_reason end) as change_reason,
  file_id, line, end_file_id, end_line
from grouped
window child as (partition by child_id order by start_date), period as (partition by child_id, period_no order by start_date);

-- A legal status, from the day it began to the day another began or care ended.
create or replace table legal_status_spell as
with marked as (
  select child_id, authority, period_no, start_date, end_date, legal_status, start_reason,
    case when lag(legal_status) over p is not distinct from legal_status and lag(period_no) over p is not null then 0 else 1 end as begins,
    lag(period_no) over p is null as first_in_period
  from care_episode
  window p as (partition by child_id, period_no order by start_date)
),
numbered as (
  select *, sum(begins) over (partition by child_id, period_no order by start_date) as spell_no from marked
)
select child_id, authority, period_no, spell_no::integer as spell_no, any_value(legal_status) as legal_status, min(start_date) as start_date,
  case when bool_or(end_date is null) then null else max(end_date) end as end_date,
  -- The first episode held of a period whose start is not held may carry a status that began earlier still.
  not bool_or(first_in_period and start_reason not in ('S', 'L', 'B', 'U')) as start_known
from numbered group by child_id, authority, period_no, spell_no;

-- A placement (or freeing) order, from the day the child was first under it. Every new one is a row, a second after a revoked one included.
create or replace table placement_order as
select child_id, authority, period_no, start_date as order_date, end_date, start_known, legal_status
from legal_status_spell where legal_status in ('E1', 'D1');
