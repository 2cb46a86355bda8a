/* measure
title: Children placed with parents for more than one year
asks: How many placements with parents have lasted more than one year?
catalogue: PRM-09:over_12m
kind: count
at: period end
windows: [month]
population: Children in care on the last day of the period who are placed with parents (P1), short breaks excluded
counted: Those whose placement began more than one year before the day
unknown: the return does not hold the start of a placement that may be longer or shorter than one year
good: low
slices: [standard]
basis: SSDA903 episodes
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- The first placement of a period whose start is not held may have begun earlier, unless a new placement is why it is returned.
select
  i.period_end, i.child_id as subject,
  case when longer_than_months(i.placement_start_date, 12, i.period_end) then true
       when not l.first_in_period or i.care_start_known or l.start_reason in ('P', 'B') then false end as counted
from in_care_at i
left join placement l on l.child_id = i.child_id and l.placement_no = i.placement_no
where placed_with_parents(i.placement_type)
