/* measure
title: Reviews on time
asks: Were reviews held when the law says?
catalogue: PLN-02
kind: proportion
at: within period
windows: [month, quarter, year to date, rolling 3 months, rolling 6 months, rolling 12 months, year, between]
population: Reviews that fell due in the period, of children still in care on the due date, short breaks excluded. Due within 20 working days of the start of care, then within 3 months of the first review, then within 6 months of the last held; where the first review may lie before the first return held, from the second known review on
counted: Those held on or before the due date
good: high
slices: [age_band, sex, ethnic_group]
sources: [Episodes, Reviews]
basis: SSDA903 reviews and episodes, and English bank holidays
national: SI 2010/959 regulation 33; formerly NI 66, which counted children all of whose reviews in the year were on time, this counts reviews
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, r.child_id, r.child_id || ' ' || r.period_no || '.' || r.review_no as subject, r.on_time as counted,
  age_band(age_on(b.date_of_birth, r.due_date)) as age_band, b.sex, b.ethnic_group
from review_due r
join period p on r.due_date between p.period_start and p.period_end
join person b on b.child_id = r.child_id
