/* measure
title: Days in care before a child arrangements order
asks: How long are children in care before a child arrangements order?
catalogue: PRM-13:cao
kind: average
at: within period
windows: [rolling 12 months, month, rolling 3 months, rolling 36 months, year to date, quarter, year, three years]
population: Ends of care in the period of children who left by a residence or child arrangements order (E41)
counted: Days from the start of the period of care to its end
unknown: the return does not hold the start of the period of care, or not the day it ended
good: low
unit: days
places: 0
slices: [standard]
basis: SSDA903 episodes
national: DfE duration of the latest period of care, for all who ceased; DfE publishes bands, not by route
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, e.child_id, e.child_id || '.' || e.period_no as subject, case when e.recorded and e.start_known then true end as counted,
  e.days_in_care as amount
from end_of_care e
join period p on e.day between p.period_start and p.period_end
where child_arrangements(e.end_reason)
