/* measure
title: Children with a wellbeing score that is a cause for concern in the last 12 months
asks: How many children have a wellbeing score that is a cause for concern now?
catalogue: HLT-06:concern:in_year
kind: proportion
at: period end
windows: [month]
population: Children aged 5 to 16 with a score of the Strengths and Difficulties Questionnaire (SDQ) dated no longer than 12 months before the last day of the period, the same day a year before included, in care on that day and for 12 months without a break, short breaks excluded
counted: Those whose latest score is 17 to 40
unknown: the date of birth is not known
unknown_is: left out
good: low
slices: [standard]
sources: [Episodes, sdq_completed]
looks_back: 12 months
basis: "SSDA903 episodes; questionnaires of the standard dataset (ssd_sdq_scores), the latest by the day, within 12 months"
national: None on this basis; the yearly record (OC2) is what DfE publishes; it stands beside this and is never merged with it
revisions: [{on: 2026-11-27, what: First version}]
*/
with scored as (
  select s.period_end, s.child_id, s.age, arg_max(h.score, (h.day, h.line)) as score
  from in_care_at s
  join source_at u on u.relation = 'sdq_completed' and u.authority = s.authority and u.period_end = s.period_end
  join sdq_completed h on h.child_id = s.child_id and h.source = u.source and within_months(h.day, 12, s.period_end)
  where s.in_care_12_months and coalesce(s.age between 5 and 16, true)
  group by all
)
select period_end, child_id as subject, case when age is not null then sdq_band(score) = 'concern' end as counted
from scored
