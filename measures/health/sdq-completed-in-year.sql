/* measure
title: Children with a wellbeing questionnaire in the last 12 months
asks: Is there a wellbeing questionnaire on file for each child?
catalogue: HLT-05:in_year
kind: proportion
at: period end
windows: [month]
population: Children aged 4 to 16 in care on the last day of the period who had been in care for 12 months without a break, short breaks excluded
counted: Those with a score of the Strengths and Difficulties Questionnaire (SDQ) dated no longer than 12 months before the last day of the period, the same day a year before included
unknown: the date of birth is not known
unknown_is: not counted
good: high
slices: [standard]
sources: [Episodes, sdq_completed]
looks_back: 12 months
basis: "SSDA903 episodes; questionnaires of the standard dataset (ssd_sdq_scores)"
national: None on this basis; the yearly record (OC2) is what DfE publishes; it stands beside this and is never merged with it
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject,
  case when s.age is not null then exists (from sdq_completed h where h.child_id = s.child_id and h.source = u.source and within_months(h.day, 12, s.period_end)) end as counted
from in_care_at s
join source_at u on u.relation = 'sdq_completed' and u.authority = s.authority and u.period_end = s.period_end
where s.in_care_12_months and coalesce(s.age between 4 and 16, true)
