/* measure
title: Where children are placed
asks: Which places are our children in?
catalogue: PLC-03
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those placed in each authority, of those whose placement is known
unknown: placement postcode not given, or not in the postcode file
unknown_is: left out
good: neither
slices: [standard, host_authority]
mix: host_authority
sources: [in_care_at, postcodes]
basis: SSDA903 episodes and a postcode file
national: DfE authority of placement
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, case when placement_la is not null then true end as counted,
  coalesce(placement_la, 'not_known') as host_authority
from in_care_at
