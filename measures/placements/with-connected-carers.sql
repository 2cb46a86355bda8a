/* measure
title: Children living with connected carers
asks: How many live with family or friends?
catalogue: PLC-04
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those fostered by a relative or friend (U1, U2, U3)
unknown: placement not given, or not a code of the return
unknown_is: left out
good: low
slices: [standard]
basis: SSDA903 episodes
national: DfE foster placement with a relative or friend
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, connected(placement_type) as counted
from in_care_at
