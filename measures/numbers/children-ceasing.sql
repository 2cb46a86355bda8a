/* measure
title: Children ceasing to be looked after
asks: How many children left care?
catalogue: NUM-05
kind: count
at: within period
windows: [month, rolling 3 months, rolling 12 months, year to date, quarter, year]
population: Ends of care in the period, all reasons, short breaks excluded
counted: All of them; a child who left care twice is counted twice
unknown: care stopped, and no return says both when and why
good: high
slices: [standard, route]
basis: SSDA903 episodes
national: DfE children who ceased to be looked after during the year; DfE counts a child once, at the last end in the year
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, e.child_id, e.child_id || '.' || e.period_no as subject, e.recorded as counted,
  leaving_route(e.end_reason) as route
from end_of_care e
join period p on e.day between p.period_start and p.period_end
