/* measure
title: Legal status of children in care
asks: On what legal basis are children in care?
catalogue: NUM-11
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those with a legal status, by group
unknown: legal status not given, or not a code of the return
good: neither
slices: [standard]
mix: legal_status
basis: SSDA903 episodes
national: DfE legal status at 31 March; DfE puts interim and full care orders together in its first tables
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, case when legal_status <> 'not_known' then true end as counted
from in_care_at
