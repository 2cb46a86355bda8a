/* measure
title: Short-term foster placements lasting over six months
asks: Are short-term placements really short?
catalogue: PRM-15
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period in a short-term foster placement (U3 or U6), short breaks excluded
counted: Those whose placement began more than six months before the day
unknown: the return does not hold the start of a placement that may be longer or shorter than six months
good: low
slices: [standard]
basis: SSDA903 episodes
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- The first placement of a period whose start is not held may have begun earlier, unless a new placement is why it is returned.
select
  i.period_end, i.child_id as subject,
  case when longer_than_months(i.placement_start_date, 6, i.period_end) then true
       when not l.first_in_period or i.care_start_known or l.start_reason in ('P', 'B') then false end as counted
from in_care_at i
left join placement l on l.child_id = i.child_id and l.placement_no = i.placement_no
where short_term_foster(i.placement_type)
