/* measure
title: Days from placement order to adoption order
asks: How long from court authority to the adoption order?
catalogue: ADO-08
kind: average
at: within period
windows: [rolling 12 months, three years, year to date, month, rolling 3 months, quarter, year]
population: Children adopted in the period who had a placement or freeing order
counted: Days from the placement order to the adoption order
unknown: the order is older than the data held
good: low
unit: days
places: 0
slices: [age_band, sex, ethnic_group]
basis: SSDA903 episodes
national: None; a local measure
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, a.child_id, a.child_id || '.' || a.period_no as subject,
  case when a.order_known then true end as counted, a.adopted_on - a.order_date as amount,
  age_band(age_on(b.date_of_birth, a.adopted_on)) as age_band, b.sex, b.ethnic_group
from adopted_child a
join period p on a.adopted_on between p.period_start and p.period_end
join person b on b.child_id = a.child_id
where a.order_date is not null
