/* measure
title: Children placed outside our area
asks: How many live outside the council boundary?
catalogue: PLC-02
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those whose placement postcode is in another authority
unknown: placement postcode not given, or not in the postcode file
unknown_is: left out
good: low
slices: [standard]
sources: [in_care_at, postcodes]
basis: SSDA903 episodes and a postcode file
national: DfE locality of placement; DfE leaves out placements whose postcode it withholds
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, not in_own_area as counted
from in_care_at
