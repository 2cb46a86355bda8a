/* measure
title: Children starting to be looked after who had been in care before
asks: How many of those coming into care have been in care before?
catalogue: JRN-01
kind: proportion
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
population: Starts of care in the period (periods of care whose first day the return holds), short breaks excluded
counted: 'Those of a child with an earlier period of care at any time in the years held (route: how that one ended)'
good: low
slices: [standard, route]
basis: SSDA903 episodes
national: None; care before the first return held, or in another authority, is not seen. DfE asks for earlier permanence only, which is narrower
revisions: [{on: 2026-11-27, what: First version}]
*/
-- period_of_care has no short breaks, so an earlier period of short breaks only is no earlier care.
select
  p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject, b.child_id is not null as counted,
  leaving_route(b.end_reason) as route
from start_of_care s
join period p on s.day between p.period_start and p.period_end
left join period_of_care b on b.child_id = s.child_id and b.period_no = s.period_no - 1
