/* measure
title: Children living with our own foster carers
asks: How many live with our own foster carers?
catalogue: PLC-05
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those with foster carers who are not family or friends (U4, U5, U6), provided by the council itself (PR1)
unknown: placement not given, or the provider of a foster placement not given
unknown_is: left out
good: high
slices: [standard]
basis: SSDA903 episodes
national: Not published by authority; DfE gives own provision for all placements together
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, case when not in_house_foster(placement_type) then false
    when in_house_foster(placement_type) and provider <> 'not_known' then provider = 'own_provision' end as counted
from in_care_at
