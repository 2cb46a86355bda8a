/* measure
title: Different children ceasing to be looked after
asks: How many different children left care?
catalogue: NUM-05:children
kind: count
at: within period
windows: [month, rolling 3 months, rolling 12 months, year to date, quarter, year]
population: Children with at least one end of care in the period, as they were at the last, short breaks excluded
counted: All of them, each once
unknown: care stopped, and no return says both when and why
good: high
slices: [standard, route]
basis: SSDA903 episodes
national: DfE children who ceased to be looked after during the year (last end counted)
revisions: [{on: 2026-11-27, what: First version}]
*/
-- A child with one end that is recorded and one that is not has left care for certain.
select
  p.period_end, e.child_id as subject, e.recorded as counted, leaving_route(e.end_reason) as route, e.*
from end_of_care e
join period p on e.day between p.period_start and p.period_end
qualify row_number() over (partition by p.period_end, e.child_id order by e.recorded nulls last, e.day desc) = 1
