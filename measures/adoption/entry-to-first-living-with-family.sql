/* measure
title: Days from entering care to first living with the adoptive family
asks: How long do adopted children wait to live with their family, foster time with them included?
catalogue: ADO-07
kind: average
at: within period
windows: [three years, rolling 12 months, year to date, month, rolling 3 months, quarter, year]
population: Children adopted in the period
counted: Days from the start of the period of care to first living with the family who adopted them; for a child adopted by their foster carer, the day they moved in as a foster child
unknown: the start of care is not held, or whether the foster carer adopted is not returned
good: low
unit: days
places: 0
slices: [age_band, sex, ethnic_group]
sources: [Episodes, AD1]
basis: SSDA903 episodes and AD1
national: Adoption scorecard A10, a three-year average
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, a.child_id, a.child_id || '.' || a.period_no as subject,
  case when a.start_known and a.first_with_carer is not null then true end as counted, a.first_with_carer - a.care_start_date as amount,
  age_band(age_on(b.date_of_birth, a.adopted_on)) as age_band, b.sex, b.ethnic_group
from adopted_child a
join period p on a.adopted_on between p.period_start and p.period_end
join person b on b.child_id = a.child_id
