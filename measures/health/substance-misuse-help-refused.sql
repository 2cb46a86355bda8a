/* measure
title: Children who refused help with their substance misuse
asks: How many turned down the help they were offered?
catalogue: HLT-08:refused
kind: proportion
at: period end
windows: [year]
population: Children in care on 31 March and for 12 months without a break before it, for whom a substance misuse problem was identified in the year; short breaks excluded
counted: Those who were offered help and did not take it
unknown: the yearly record does not say whether the child received help, or whether it was offered
unknown_is: not counted
good: neither
slices: [standard]
sources: [Episodes, OC2]
looks_back: 12 months
basis: SSDA903 OC2 of the year, and episodes for who was in care
national: DfE outcomes of children looked after for at least 12 months at 31 March; a child of whom it is not known whether there is a problem is not in this group; who is in the group comes from the episodes here, so that a child with no yearly record shows as unknown instead of falling out, and nothing is rounded
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject, case when h.intervention_received then false when not h.intervention_received then h.intervention_offered end as counted
from in_care_at s
join health_check h on h.child_id = s.child_id and h.year_end = s.period_end
where s.in_care_12_months and h.substance_misuse
