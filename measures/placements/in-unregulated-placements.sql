/* measure
title: Children living in unregulated placements
asks: How many are in homes not registered as they should be?
catalogue: PLC-13
kind: count
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those in semi-independent homes or independent living (H5, P2)
unknown: placement not given, or not a code of the return
good: low
until: {on: 2024-03-31, after: Needs placements.csv with the registration of each setting; supported accommodation has been regulated since April 2024}
slices: [standard]
basis: SSDA903 episodes
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, unregulated(placement_type) as counted
from in_care_at
