/* measure
title: Decisions for adoption reversed
asks: How often does the plan change away from adoption?
catalogue: ADO-11
kind: count
at: within period
windows: [year to date, month, rolling 3 months, rolling 12 months, quarter, year]
population: Decisions in the period that a child should no longer be placed for adoption
counted: All of them
good: low
slices: [age_band, sex, ethnic_group, reason]
basis: SSDA903 placed-for-adoption decisions
national: Adoption scorecard A5
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, d.child_id, d.child_id || '.' || d.decision_date as subject, true as counted,
  age_band(age_on(b.date_of_birth, d.ceased_date)) as age_band, b.sex, b.ethnic_group, coalesce(d.ceased_reason, 'not_known') as reason
from adoption_decision d
join period p on d.ceased_date between p.period_start and p.period_end
join person b on b.child_id = d.child_id
