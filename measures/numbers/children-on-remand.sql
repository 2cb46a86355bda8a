/* measure
title: Children in care on remand
asks: How many children are in care through remand?
catalogue: NUM-19
kind: count
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those remanded to the authority (legal status J1)
unknown: legal status not known
good: low
slices: [standard]
basis: SSDA903 episodes
national: DfE youth justice legal statuses at 31 March; DfE puts J1, J2 and J3 together
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  period_end, child_id as subject,
  case when legal_status <> 'not_known' then legal_status_code = 'J1' end as counted
from in_care_at
