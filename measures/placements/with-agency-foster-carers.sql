/* measure
title: Children living with independent fostering agency carers
asks: How many live with agency carers?
catalogue: PLC-06
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those with foster carers who are not family or friends (U4, U5, U6), provided by a private or voluntary agency (PR4, PR5)
unknown: placement not given, or the provider of a foster placement not given
unknown_is: left out
good: low
slices: [standard]
basis: SSDA903 episodes
national: Not published by authority
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, case when not mainstream_foster(placement_type) then false
    when mainstream_foster(placement_type) and provider <> 'not_known' then agency_provider(provider_code) end as counted
from in_care_at
