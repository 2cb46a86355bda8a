/* measure
title: How long children have been placed with parents
asks: Are placements with parents short, as they should be?
catalogue: PRM-09
kind: average
at: period end
windows: [month]
population: Children in care on the last day of the period who are placed with parents (P1), short breaks excluded
counted: Months (of 30.4375 days) from the start of the placement to the day
unknown: the return does not hold the start of the placement
good: low
unit: months
slices: [standard]
basis: SSDA903 episodes
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- The first placement of a period whose start is not held may have begun earlier, unless a new placement is why it is returned.
select
  i.period_end, i.child_id as subject, case when not l.first_in_period or i.care_start_known or l.start_reason in ('P', 'B') then true end as counted,
  (i.period_end - i.placement_start_date) / 30.4375 as amount
from in_care_at i
left join placement l on l.child_id = i.child_id and l.placement_no = i.placement_no
where placed_with_parents(i.placement_type)
