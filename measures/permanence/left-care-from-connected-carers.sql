/* measure
title: Children leaving care who left from a connected carer
asks: From which homes do children leave care?
catalogue: PRM-12
kind: proportion
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
population: Ends of care in the period, all reasons, short breaks excluded
counted: Those whose last placement was with a relative or friend (U1 to U3)
unknown: care stopped, and no return says both when and why, or the return gives no placement
good: high
slices: [standard, route]
basis: SSDA903 episodes
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, e.child_id, e.child_id || '.' || e.period_no as subject,
  case when e.recorded and e.placement_type is not null then connected(e.placement_type) end as counted,
  leaving_route(e.end_reason) as route
from end_of_care e
join period p on e.day between p.period_start and p.period_end
