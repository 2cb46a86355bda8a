/* measure
title: Children leaving care who went home as planned
asks: Do children go home as planned?
catalogue: PRM-07:planned
kind: proportion
at: within period
windows: [quarter, month, rolling 3 months, rolling 12 months, year to date, year]
population: Ends of care in the period, all reasons, short breaks excluded
counted: Those who returned home to live with parents or others with parental responsibility as part of the care plan (E4A)
unknown: care stopped, and no return says both when and why
good: high
slices: [standard, route]
basis: SSDA903 episodes
national: DfE reason ceased, returned home, planned; DfE counts a child once, at the last end in the year
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, e.child_id, e.child_id || '.' || e.period_no as subject,
  case when e.recorded then e.end_reason = 'E4A' end as counted,
  leaving_route(e.end_reason) as route
from end_of_care e
join period p on e.day between p.period_start and p.period_end
