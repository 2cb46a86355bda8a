/* measure
title: Children whose immunisations are up to date on the day
asks: Are jabs up to date now?
catalogue: HLT-04:in_year
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period who had been in care for 12 months without a break, short breaks excluded
counted: Those whose immunisations are up to date, as the council has it
unknown: no row says whether they are
unknown_is: not counted
good: high
slices: [standard]
sources: [Episodes, immunisation_status]
looks_back: 12 months
basis: "SSDA903 episodes; immunisations of the standard dataset (ssd_cla_immunisations), the latest picture by the day"
national: None on this basis; the yearly record (OC2) is what DfE publishes; it stands beside this and is never merged with it
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject, i.up_to_date as counted
from in_care_at s
join source_at u on u.relation = 'immunisation_status' and u.authority = s.authority and u.period_end = s.period_end
left join immunisation_status i on i.child_id = s.child_id and i.source = u.source
  and i.as_at <= s.period_end and coalesce(i.next_as_at, date '9999-12-31') > s.period_end
where s.in_care_12_months
