-- A home with an adoptive family: an unbroken run of episodes placed for adoption (A3 to A6), begun anew where the child moved
-- home within it. The day it began is the day the child moved in (indicators.md section 9, decision 20).
create or replace table adoptive_home as
with marked as (
  select *, coalesce(placed_for_adoption(placement_type), false) as adoptive from care_episode
),
begun as (
  select *,
    case when adoptive and (moves or not coalesce(lag(adoptive) over period, false)) then 1 else 0 end as begins
  from marked
  window period as (partition by child_id, period_no order by start_date)
),
numbered as (
  select *, sum(begins) over (partition by child_id, period_no order by start_date) as home_no,
    sum(case when adoptive then 0 else 1 end) over (partition by child_id, period_no order by start_date) as break_no
  from begun
)
select child_id, authority, period_no, home_no::integer as home_no, min(start_date) as moved_in,
  case when bool_or(end_date is null) then null else max(end_date) end as end_date, arg_min_null(placement_no, start_date) as placement_no
from numbered where adoptive
group by child_id, authority, period_no, home_no, break_no;

-- Children adopted from care (E11, E12): one row per period of care that ended so, with the days that the adoption measures count.
-- first_with_carer: the day the child first lived with the carer who adopted them, where that carer had fostered them (A10).
create or replace table adopted_child as
select
  c.child_id, c.authority, c.period_no, c.start_date as care_start_date, c.start_known, c.end_date as adopted_on,
  h.moved_in,
  case when a.foster_carer then l.start_date when a.foster_carer = false or not foster(l.first_placement_type) then h.moved_in end as first_with_carer,
  a.match_date, o.order_date, o.start_known as order_known
from period_of_care c
left join adoptive_home h on h.child_id = c.child_id and h.period_no = c.period_no and h.end_date = c.end_date
left join placement l on l.child_id = c.child_id and l.placement_no = h.placement_no
left join (
  select child_id, arg_max_null(foster_carer, year_end) as foster_carer, arg_max_null(match_date, year_end) as match_date from adoption group by child_id
) a on a.child_id = c.child_id
left join (
  select child_id, period_no, min(order_date) as order_date, arg_min_null(start_known, order_date) as start_known from placement_order group by child_id, period_no
) o on o.child_id = c.child_id and o.period_no = c.period_no
where c.ended and adopted(c.end_reason);
