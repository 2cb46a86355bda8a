-- Unbroken time in one placement group. A temporary placement is part of the one it interrupts; the groups are those that prices and
-- budgets have (local-extracts.md 4.8), and where only the provider is not known, the kind of placement still is.
with placed as (
  select child_id, period_no, start_date, end_date,
    case when cost_group_of(placement_type, provider) <> 'not_known' then cost_group_of(placement_type, provider)
         when residential(placement_type) then 'residential_not_known'
         when mainstream_foster(placement_type) then 'foster_not_known'
         else 'not_known' end as placement_group
  from care_episode
  where authority = $authority and start_date <= $until
),
marked as (
  select *, case when lag(placement_group) over p is distinct from placement_group then 1 else 0 end as begins
  from placed window p as (partition by child_id, period_no order by start_date)
),
numbered as (
  select *, sum(begins) over (partition by child_id, period_no order by start_date) as stay_no from marked
)
select child_id as child, period_no as period, any_value(placement_group) as placement_group, min(start_date) as start_day
from numbered
group by child_id, period_no, stay_no
order by child_id, period_no, start_day
