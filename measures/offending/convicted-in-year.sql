/* measure
title: Children aged 10 and over convicted in the last 12 months
asks: How many children were convicted in the last 12 months?
catalogue: OFF-01:in_year
kind: proportion
at: period end
windows: [month]
population: Children aged 10 to 17 in care on the last day of the period who had been in care for 12 months without a break, short breaks excluded
counted: Those with a conviction dated in the 12 months to the last day of the period
unknown: the date of birth is not known
unknown_is: not counted
good: low
slices: [standard]
sources: [Episodes, conviction]
looks_back: 12 months
basis: "SSDA903 episodes; convictions of the standard dataset (ssd_cla_convictions), by the day of the offence as it has them"
national: None on this basis; the yearly record (OC2) is what DfE publishes; it stands beside this and is never merged with it
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject,
  case when s.age is not null then exists (from conviction h where h.child_id = s.child_id and h.source = u.source and h.day between months_back(s.period_end, 12) and s.period_end) end as counted
from in_care_at s
join source_at u on u.relation = 'conviction' and u.authority = s.authority and u.period_end = s.period_end
where s.in_care_12_months and coalesce(s.age >= 10, true)
