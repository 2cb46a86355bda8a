/* measure
title: Children waiting for a court to discharge their care order
asks: Are discharges getting through court?
catalogue: PRM-14:waiting
kind: count
at: period end
windows: [month]
population: Children with an application to discharge a care order that was open on the last day of the period, each once
counted: Every child
good: low
slices: [age_band, sex, ethnic_group]
basis: court.csv. Open from the day it was lodged to the day before its outcome
national: none published
revisions: [{on: 2026-11-27, what: First version}]
*/
select distinct p.period_end, a.child_id as subject, true as counted, age_band(age_on(b.date_of_birth, p.period_end)) as age_band, b.sex, b.ethnic_group
from court_application a
join period p on a.start_date <= p.period_end and coalesce(a.end_date, date '9999-12-31') > p.period_end
join person b on b.child_id = a.child_id
where a.application_type = 'discharge_care_order'
