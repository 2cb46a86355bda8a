/* measure
title: Pupils with an education, health and care plan
asks: Who needs the most help?
catalogue: EDU-11:ehcp
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded, who are in the virtual school’s record of the latest term; where the standard dataset is used, those aged 3 and over
counted: Those with an education, health and care plan
unknown: the provision is not given, or the child is not in the standard dataset
unknown_is: not counted
good: neither
slices: [standard]
sources: [in_care_at, ehc_plan]
basis: The virtual school’s record of the latest term (education); without it the flag of the standard dataset (ssd_person), which tells how it stands now for whatever day is asked
national: DfE special educational needs of children looked after for at least 12 months at 31 March; here every pupil in care
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject, e.has_plan as counted
from in_care_at s
join source_at u on u.relation = 'ehc_plan' and u.authority = s.authority and u.period_end = s.period_end
left join ehc_plan e on e.child_id = s.child_id and e.source = u.source and e.start_date <= s.period_end and coalesce(e.end_date, date '9999-12-31') > s.period_end
where (u.source = 'education' and e.child_id is not null) or (u.source = 'ssd_person' and s.age >= 3 and s.authority in (select authority from ehc_plan where source = 'ssd_person'))
