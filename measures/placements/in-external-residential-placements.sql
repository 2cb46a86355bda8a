/* measure
title: Children living in residential placements run by others
asks: How many live in homes run by others?
catalogue: PLC-10
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those in a residential placement whose provider is not the council itself (not PR1)
unknown: placement not given, or the provider of a residential placement not given
unknown_is: left out
good: low
slices: [standard]
basis: SSDA903 episodes
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, case when not residential(placement_type) then false
    when residential(placement_type) and provider <> 'not_known' then provider <> 'own_provision' end as counted
from in_care_at
