/* measure
title: Children with an up-to-date care plan
asks: Does each child have a current plan?
catalogue: PLN-03
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period who had been in care for more than 10 working days, short breaks excluded
counted: Those whose care plan in force on that day is dated no more than 6 months before it, the day 6 months after included
unknown: the start of care is not held, and the days held do not make it 10 working days
good: high
slices: [standard]
sources: [in_care_at, care_plan_date]
basis: Care plans of the standard dataset (ssd_cla_care_plan); without it the versions in plans.csv. The limit of 6 months is the default; the other that councils use, within 10 working days of the last review, is not this figure
national: SI 2010/959 regulations 4 to 6; nothing is published
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject,
  case when d.number > b.number + 10 then k.child_id is not null and not longer_than_months(k.start_date, 6, s.period_end) end as counted
from in_care_at s
join source_at u on u.relation = 'care_plan_date' and u.authority = s.authority and u.period_end = s.period_end
join working_day b on b.day = s.care_start_date
join working_day d on d.day = s.period_end
left join care_plan k on k.child_id = s.child_id and k.source = u.source and k.start_date <= s.period_end
  and coalesce(k.end_date, date '9999-12-31') > s.period_end
where d.number > b.number + 10 or not s.care_start_known
