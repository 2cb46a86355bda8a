/* measure
title: Children living in a family
asks: How many live in a family?
catalogue: PLC-08
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those fostered, placed for adoption or placed with parents (U1 to U6, A3 to A6, P1)
unknown: placement not given, or not a code of the return
unknown_is: left out
good: high
slices: [standard]
basis: SSDA903 episodes
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, family_based(placement_type) as counted
from in_care_at
