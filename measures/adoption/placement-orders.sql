/* measure
title: New placement orders
asks: How many new placement orders?
catalogue: ADO-12:orders
kind: count
at: within period
windows: [quarter, month, rolling 3 months, rolling 12 months, year to date, year]
population: Placement orders made in the period, a second after one that was revoked included
counted: All of them
good: neither
slices: [age_band, sex, ethnic_group]
basis: SSDA903 episodes
national: Adoption scorecard A16
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, o.child_id, o.child_id || '.' || o.order_date as subject, true as counted,
  age_band(age_on(b.date_of_birth, o.order_date)) as age_band, b.sex, b.ethnic_group
from placement_order o
join period p on o.order_date between p.period_start and p.period_end
join person b on b.child_id = o.child_id
where o.start_known and o.legal_status = 'E1'
