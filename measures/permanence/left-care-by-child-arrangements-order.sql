/* measure
title: Children leaving care by a child arrangements order
asks: How many leave care by a child arrangements order?
catalogue: PRM-05
kind: count
at: within period
windows: [quarter, month, rolling 3 months, rolling 12 months, year to date, year]
population: Ends of care in the period, all reasons, short breaks excluded
counted: Those whose reason is a residence or child arrangements order (E41)
unknown: care stopped, and no return says both when and why
good: neither
slices: [standard, route]
basis: SSDA903 episodes
national: DfE reason ceased, residence order or child arrangements order; DfE counts a child once, at the last end in the year
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, e.child_id, e.child_id || '.' || e.period_no as subject,
  case when e.recorded then child_arrangements(e.end_reason) end as counted,
  leaving_route(e.end_reason) as route
from end_of_care e
join period p on e.day between p.period_start and p.period_end
