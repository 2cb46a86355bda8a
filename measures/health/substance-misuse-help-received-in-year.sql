/* measure
title: Children helped with their substance misuse in the last 12 months
asks: Did children with a drug or alcohol problem get help?
catalogue: HLT-08:received:in_year
kind: proportion
at: period end
windows: [month]
population: Children for whom substance misuse was recorded in the 12 months to the last day of the period, in care on that day and for 12 months without a break, short breaks excluded
counted: Those who received help with it
unknown: no row says that the child received help, and one does not say whether
unknown_is: not counted
good: high
slices: [standard]
sources: [Episodes, substance_misuse_found]
looks_back: 12 months
basis: "SSDA903 episodes; substance misuse of the standard dataset (ssd_cla_substance_misuse). It does not say whether help was offered and refused"
national: None on this basis; the yearly record (OC2) is what DfE publishes; it stands beside this and is never merged with it
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject,
  case when bool_or(h.intervention_received) then true when count(*) = count(h.intervention_received) then false end as counted
from in_care_at s
join source_at u on u.relation = 'substance_misuse_found' and u.authority = s.authority and u.period_end = s.period_end
join substance_misuse_found h on h.child_id = s.child_id and h.source = u.source and h.day between months_back(s.period_end, 12) and s.period_end
where s.in_care_12_months
group by all
