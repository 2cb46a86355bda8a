/* measure
title: Ethnicity of children in care
asks: Is any ethnic group over- or under-represented in care?
catalogue: NUM-10
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those whose ethnic group is known; each group is a share of all of them
unknown: the ethnic group was refused, not obtained, or is not a code of the return
good: neither
slices: [standard]
mix: ethnic_group
basis: SSDA903 episodes; Chinese is in the Asian group (returns/groups.yaml, indicators.md section 9, decision 18)
national: DfE ethnic origin at 31 March; DfE keeps those not known in the denominator, so its shares are a little lower
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, case when ethnic_group <> 'unknown' then true end as counted
from in_care_at
