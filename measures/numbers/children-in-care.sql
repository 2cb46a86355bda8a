/* measure
title: Children in care
asks: How many children are we looking after today?
catalogue: NUM-01
kind: count
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: All of them
good: low
slices: [standard]
basis: SSDA903 episodes
national: DfE children looked after at 31 March; DfE shows figures of an authority unrounded and rounds those of regions and England to 10
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, true as counted
from in_care_at
