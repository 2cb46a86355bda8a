/* measure
title: Reviews held
asks: How many reviews took place?
catalogue: PLN-01
kind: count
at: within period
windows: [month, quarter, year to date, rolling 3 months, rolling 6 months, rolling 12 months, year, between]
population: Reviews held in the period of children in care that day, short breaks excluded
counted: Every review
good: neither
slices: [age_band, sex, ethnic_group]
sources: [Episodes, Reviews]
basis: SSDA903 reviews and episodes
national: none published
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, r.child_id, r.child_id || ' ' || r.review_date as subject, true as counted,
  age_band(r.age) as age_band, b.sex, b.ethnic_group
from review r
join period p on r.review_date between p.period_start and p.period_end
join care_run c on c.child_id = r.child_id and c.start_date <= r.review_date and coalesce(c.end_date, date '9999-12-31') > r.review_date
join person b on b.child_id = r.child_id
where coalesce(r.age < 18, true)
