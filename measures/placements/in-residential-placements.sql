/* measure
title: Children living in residential placements
asks: How many live in residential homes?
catalogue: PLC-09
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those in a secure or other children’s home, residential care home or residential school (K1, K2, R1, S1)
unknown: placement not given, or not a code of the return
unknown_is: left out
good: low
slices: [standard]
basis: SSDA903 episodes
national: DfE secure units, children’s homes and other residential; DfE puts semi-independent homes with children’s homes
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, residential(placement_type) as counted
from in_care_at
