/* measure
title: Babies in care
asks: How many of our children are under 1?
catalogue: NUM-16
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those who have not reached their first birthday on the day
unknown: date of birth not known
good: neither
slices: [standard]
sources: [in_care_at]
basis: SSDA903 header and episodes
national: DfE age band under 1 at 31 March
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, age < 1 as counted
from in_care_at
