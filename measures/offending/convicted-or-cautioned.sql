/* measure
title: Children aged 10 and over convicted or cautioned in the year
asks: How many children have a caution or conviction?
catalogue: OFF-01
kind: proportion
at: period end
windows: [year]
population: Children aged 10 to 17 in care on 31 March who had been in care for 12 months without a break, short breaks excluded
counted: Those convicted, or given a youth caution or youth conditional caution, in the year
unknown: the yearly health record (OC2) of the child is not in the return, or does not answer this, or the date of birth is not known
unknown_is: not counted
good: low
slices: [standard]
looks_back: 12 months
basis: SSDA903 OC2 of the year, and episodes for who was in care
national: DfE outcomes of children looked after for at least 12 months at 31 March; who is in the group comes from the episodes here, so that a child with no yearly record shows as unknown instead of falling out, and nothing is rounded
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject, case when s.age is not null then h.convicted end as counted
from in_care_at s
left join health_check h on h.child_id = s.child_id and h.year_end = s.period_end
where s.in_care_12_months and coalesce(s.age >= 10, true)
