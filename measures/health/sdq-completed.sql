/* measure
title: Children with a completed wellbeing questionnaire
asks: Is there a wellbeing questionnaire for each child?
catalogue: HLT-05
kind: proportion
at: period end
windows: [year]
population: Children aged 4 to 16 in care on 31 March who had been in care for 12 months without a break, short breaks excluded
counted: Those with a score of the Strengths and Difficulties Questionnaire (SDQ) in the yearly record; those with a reason for having none are not
unknown: the yearly record (OC2) of the child is not in the return, or gives neither a score nor a reason, or the date of birth is not known
unknown_is: not counted
good: high
slices: [standard]
looks_back: 12 months
basis: SSDA903 OC2 of the year, and episodes for who was in care
national: DfE outcomes of children looked after for at least 12 months at 31 March; DfE publishes ages 5 to 16, this counts the return's own ages, 4 to 16; who is in the group comes from the episodes here, so that a child with no yearly record shows as unknown instead of falling out, and nothing is rounded
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject,
  case when s.age is null then null when h.sdq_score is not null then true when h.sdq_reason is not null then false end as counted
from in_care_at s
left join health_check h on h.child_id = s.child_id and h.year_end = s.period_end
where s.in_care_12_months and coalesce(s.age between 4 and 16, true)
