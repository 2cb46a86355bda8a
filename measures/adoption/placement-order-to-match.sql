/* measure
title: Days from placement order to match
asks: How long from court authority to match?
catalogue: ADO-05
kind: average
at: within period
windows: [three years, rolling 12 months, year to date, month, rolling 3 months, quarter, year]
population: Children adopted in the period who had a placement or freeing order
counted: Days from the order to the match with the adopters; matched before the order counts 0
unknown: the order is older than the data held, or no match date is returned
good: low
unit: days
places: 0
slices: [age_band, sex, ethnic_group]
sources: [Episodes, AD1]
basis: SSDA903 episodes and AD1
national: Adoption scorecard A2, a three-year average; threshold 121 days
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, a.child_id, a.child_id || '.' || a.period_no as subject,
  case when a.order_known and a.match_date is not null then true end as counted, greatest(0, a.match_date - a.order_date) as amount,
  age_band(age_on(b.date_of_birth, a.adopted_on)) as age_band, b.sex, b.ethnic_group
from adopted_child a
join period p on a.adopted_on between p.period_start and p.period_end
join person b on b.child_id = a.child_id
where a.order_date is not null
