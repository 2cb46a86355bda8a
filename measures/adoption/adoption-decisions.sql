/* measure
title: New decisions that a child should be placed for adoption
asks: How many new plans for adoption?
catalogue: ADO-12:decisions
kind: count
at: within period
windows: [quarter, month, rolling 3 months, rolling 12 months, year to date, year]
population: Decisions in the period that a child should be placed for adoption
counted: All of them
good: neither
slices: [age_band, sex, ethnic_group]
basis: SSDA903 placed-for-adoption decisions
national: Adoption scorecard A15
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, d.child_id, d.child_id || '.' || d.decision_date as subject, true as counted,
  age_band(age_on(b.date_of_birth, d.decision_date)) as age_band, b.sex, b.ethnic_group
from adoption_decision d
join period p on d.decision_date between p.period_start and p.period_end
join person b on b.child_id = d.child_id
