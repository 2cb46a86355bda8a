/* measure
title: Days from entering care to moving in with an adoptive family
asks: How long do adopted children wait to move in?
catalogue: ADO-04
kind: average
at: within period
windows: [rolling 12 months, three years, year to date, month, rolling 3 months, quarter, year]
population: Children adopted in the period
counted: Days from the start of the period of care to moving in with the family who adopted them
unknown: the start of care is not held, or no placement for adoption is
good: low
unit: days
places: 0
slices: [age_band, sex, ethnic_group]
basis: SSDA903 episodes
national: Adoption scorecard A1, a three-year average; threshold 426 days
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, a.child_id, a.child_id || '.' || a.period_no as subject,
  case when a.start_known and a.moved_in is not null then true end as counted, a.moved_in - a.care_start_date as amount,
  age_band(age_on(b.date_of_birth, a.adopted_on)) as age_band, b.sex, b.ethnic_group
from adopted_child a
join period p on a.adopted_on between p.period_start and p.period_end
join person b on b.child_id = a.child_id
