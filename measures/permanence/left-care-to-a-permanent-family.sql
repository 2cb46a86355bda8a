/* measure
title: Children leaving care to a permanent family
asks: What share of children leaving care leave to a permanent family?
catalogue: PRM-06
kind: proportion
at: within period
windows: [year to date, month, rolling 3 months, rolling 12 months, quarter, year]
population: Ends of care in the period, all reasons, short breaks excluded
counted: Those whose reason is adoption, a special guardianship order, or a residence or child arrangements order
unknown: care stopped, and no return says both when and why
good: high
slices: [standard, route]
basis: SSDA903 episodes
national: DfE reason ceased, adoption, special guardianship and residence or child arrangements orders together; DfE counts a child once, at the last end in the year
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, e.child_id, e.child_id || '.' || e.period_no as subject,
  case when e.recorded then permanence_exit(e.end_reason) end as counted,
  leaving_route(e.end_reason) as route
from end_of_care e
join period p on e.day between p.period_start and p.period_end
