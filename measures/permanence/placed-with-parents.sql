/* measure
title: Children placed with parents while in care
asks: How many children live at home but remain in care?
catalogue: PRM-08
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those placed with their own parents or others with parental responsibility (P1), whatever the legal status
unknown: placement not given
good: low
slices: [standard]
basis: SSDA903 episodes
national: DfE placement with own parents at 31 March; the legal status slice gives those on an interim and a full care order
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  period_end, child_id as subject, case when placement_type is not null then placed_with_parents(placement_type) end as counted
from in_care_at
