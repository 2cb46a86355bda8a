/* measure
title: Children in early permanence homes
asks: How many are in early permanence homes?
catalogue: ADO-03
kind: count
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those fostered by carers who are also approved to adopt (U2, U5)
unknown: placement not given, or not a code of the return
good: high
slices: [standard]
basis: SSDA903 episodes
national: DfE fostering for adoption and concurrent planning
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, foster_to_adopt(placement_type) as counted
from in_care_at
