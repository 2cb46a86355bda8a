/* measure
title: Children leaving care who went home unplanned
asks: How many children go home without it being planned?
catalogue: PRM-07:unplanned
kind: proportion
at: within period
windows: [quarter, month, rolling 3 months, rolling 12 months, year to date, year]
population: Ends of care in the period, all reasons, short breaks excluded
counted: Those who returned home to live with parents or others with parental responsibility, not part of the care plan (E4B)
unknown: care stopped, and no return says both when and why
good: low
slices: [standard, route]
basis: SSDA903 episodes
national: DfE reason ceased, returned home, not planned; DfE counts a child once, at the last end in the year
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, e.child_id, e.child_id || '.' || e.period_no as subject,
  case when e.recorded then e.end_reason = 'E4B' end as counted,
  leaving_route(e.end_reason) as route
from end_of_care e
join period p on e.day between p.period_start and p.period_end
