/* measure
title: Children leaving care who left to special guardians
asks: How many leave care to special guardians?
catalogue: PRM-04
kind: proportion
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
population: Ends of care in the period, all reasons, short breaks excluded
counted: Those whose reason is a special guardianship order (E45 to E48; E43 and E44 before 1 April 2018)
unknown: care stopped, and no return says both when and why
good: high
slices: [standard, route]
basis: SSDA903 episodes
national: DfE reason ceased, special guardianship orders; DfE counts a child once, at the last end in the year
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, e.child_id, e.child_id || '.' || e.period_no as subject,
  case when e.recorded then left_to_special_guardians(e.end_reason, e.day) end as counted,
  leaving_route(e.end_reason) as route
from end_of_care e
join period p on e.day between p.period_start and p.period_end
