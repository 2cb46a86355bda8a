/* measure
title: Average time in care
asks: How long have the children now in care been with us?
catalogue: PRM-01
kind: average
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Weeks from the start of the present period of care to the day
unknown: the return does not hold the start of the period of care
good: low
unit: weeks
slices: [standard]
basis: SSDA903 episodes
national: None; DfE publishes how long periods of care had lasted when they ended
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  period_end, child_id as subject, case when care_start_known then true end as counted, days_in_care / 7.0 as amount
from in_care_at
