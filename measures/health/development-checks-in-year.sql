/* measure
title: Children under 5 with a development check in the last 12 months
asks: Are under-fives' development checks done?
catalogue: HLT-07:in_year
kind: proportion
at: period end
windows: [month]
population: Children under 5 in care on the last day of the period who had been in care for 12 months without a break, short breaks excluded
counted: Those with a development check completed no longer than 12 months before the last day of the period, the same day a year before included
unknown: the date of birth is not known
unknown_is: not counted
good: high
slices: [standard]
sources: [Episodes, ssd_cla_health]
looks_back: 12 months
basis: "SSDA903 episodes; checks completed in the standard dataset (ssd_cla_health), a type that says check or surveillance and is neither dental, of the eyes, nor an assessment. The standard dataset does not say whether checks are up to date for the age: one in 12 months is taken as that. Annex A list 8 has no development checks"
national: None on this basis; the yearly record (OC2) is what DfE publishes; it stands beside this and is never merged with it
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject,
  case when s.age is not null then exists (from health_event h where h.child_id = s.child_id and h.source = 'ssd_cla_health' and h.kind = 'development' and within_months(h.day, 12, s.period_end)) end as counted
from in_care_at s
where s.in_care_12_months and coalesce(s.age < 5, true)
