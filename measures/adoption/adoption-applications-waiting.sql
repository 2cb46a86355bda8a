/* measure
title: Children waiting for a court to hear their adoption application
asks: How many are stuck in court?
catalogue: ADO-10
kind: count
at: period end
windows: [month]
population: Children with an adoption application that was open on the last day of the period, each once, by the application that has waited longest
counted: Every child
good: low
slices: [months_waiting, age_band, sex, ethnic_group]
basis: court.csv. Open from the day it was lodged to the day before its outcome
national: none published
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, a.child_id as subject, true as counted,
  case when at_least_months(min(a.start_date), 12, p.period_end) then '12_months_plus' when at_least_months(min(a.start_date), 6, p.period_end) then '6_to_12_months'
       when at_least_months(min(a.start_date), 3, p.period_end) then '3_to_6_months' else 'under_3_months' end as months_waiting,
  any_value(age_band(age_on(b.date_of_birth, p.period_end))) as age_band, any_value(b.sex) as sex, any_value(b.ethnic_group) as ethnic_group
from court_application a
join period p on a.start_date <= p.period_end and coalesce(a.end_date, date '9999-12-31') > p.period_end
join person b on b.child_id = a.child_id
where a.application_type = 'adoption'
group by p.period_end, a.child_id
