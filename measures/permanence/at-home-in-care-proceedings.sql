/* measure
title: Children in care proceedings who live with a parent
asks: How many are at home while the case is in court?
catalogue: PRM-18
kind: count
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those on an interim care order (C1) who were placed with parents (P1)
unknown: legal status or placement not given, and the other does not settle it
good: low
slices: [standard]
basis: SSDA903 episodes. The strict form, in which an application for a care order is open, is a measure of its own (PRM-18:strict)
national: none published
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, legal_status_code = 'C1' and case when placement_type is not null then placed_with_parents(placement_type) end as counted
from in_care_at
