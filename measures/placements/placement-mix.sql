/* measure
title: Where children in care live
asks: What is the whole picture?
catalogue: PLC-12
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those in each kind of placement
unknown: placement not given, or not a code of the return
unknown_is: left out
good: neither
slices: [standard]
mix: placement_group
basis: SSDA903 episodes
national: DfE placement type at 31 March; DfE’s groups differ for residential schools and supported homes
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, case when placement_group <> 'not_known' then true end as counted
from in_care_at
