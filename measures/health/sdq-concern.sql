/* measure
title: Wellbeing scores that are a cause for concern
asks: How many children's scores are a cause for concern?
catalogue: HLT-06:concern
kind: proportion
at: period end
windows: [year]
population: Children aged 5 to 16 with a score of the Strengths and Difficulties Questionnaire (SDQ), in care on 31 March and for 12 months without a break before it, short breaks excluded
counted: Those with a score of 17 to 40
unknown: the yearly record (OC2) of the child is not in the return, or gives neither a score nor a reason for none, or the date of birth is not known
unknown_is: left out
good: low
slices: [standard]
looks_back: 12 months
basis: SSDA903 OC2 of the year, and episodes for who was in care
national: DfE outcomes of children looked after for at least 12 months at 31 March; bands of the SDQ as DfE and LG Inform use them (0 to 13, 14 to 16, 17 to 40); who is in the group comes from the episodes here, so that a child with no yearly record shows as unknown instead of falling out, and nothing is rounded
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject, case when s.age is not null then sdq_band(h.sdq_score) = 'concern' end as counted
from in_care_at s
left join health_check h on h.child_id = s.child_id and h.year_end = s.period_end
where s.in_care_12_months
  and coalesce(s.age between 5 and 16, true) and not (h.sdq_score is null and h.sdq_reason is not null)
