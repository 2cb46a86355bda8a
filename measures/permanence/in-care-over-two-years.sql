/* measure
title: Children in care for more than two years
asks: Are children staying in care for longer?
catalogue: PRM-02
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those whose present period of care began more than two years before the day
unknown: the return does not hold the start of a period of care that may be longer or shorter than two years
good: low
slices: [standard]
basis: SSDA903 episodes
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- Where the start is not held, two years since the earliest day held settle it.
select
  period_end, child_id as subject,
  case when longer_than_months(care_start_date, 24, period_end) then true when care_start_known then false end as counted
from in_care_at
