/* measure
title: Children living in a foster home
asks: How many live in a foster home?
catalogue: PLC-07
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those in any foster placement (U1 to U6)
unknown: placement not given, or not a code of the return
unknown_is: left out
good: high
slices: [standard]
basis: SSDA903 episodes
national: DfE foster placements at 31 March; DfE rounds to whole percentages
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, foster(placement_type) as counted
from in_care_at
