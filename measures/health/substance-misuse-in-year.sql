/* measure
title: Children with a substance misuse problem found in the last 12 months
asks: How many children have a problem with drugs or alcohol?
catalogue: HLT-08:in_year
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period who had been in care for 12 months without a break, short breaks excluded
counted: Those for whom substance misuse was recorded in the 12 months to the last day of the period
good: low
slices: [standard]
sources: [Episodes, substance_misuse_found]
looks_back: 12 months
basis: "SSDA903 episodes; substance misuse of the standard dataset (ssd_cla_substance_misuse)"
national: None on this basis; the yearly record (OC2) is what DfE publishes; it stands beside this and is never merged with it
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject,
  exists (from substance_misuse_found h where h.child_id = s.child_id and h.source = u.source and h.day between months_back(s.period_end, 12) and s.period_end) as counted
from in_care_at s
join source_at u on u.relation = 'substance_misuse_found' and u.authority = s.authority and u.period_end = s.period_end
where s.in_care_12_months
