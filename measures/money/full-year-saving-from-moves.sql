/* measure
title: Full-year saving from moves
asks: What will the moves save in a full year?
catalogue: FIN-08
kind: total
at: within period
windows: [year to date, month, quarter, rolling 12 months, year]
population: Moves of children in the groups that the board follows, in the period, nearer (moved_nearer), to foster care (moved_foster), or home (moved_home); one that two groups name is one
counted: The price the day before the move less the price on the day, times 52 weeks; a dearer placement is a negative saving
unknown: the price (on the day before the move, or on the day); such a child is listed as not priced and not in the sum
unit: '£'
places: 0
good: high
slices: [destination]
sources: [cohorts, placements]
basis: cohorts.csv, and the prices of placements.csv borne by children's services in force on the day before the move and on the day of it. 0 is a price, so a move home with a row of 0 is priced and one without a row is not
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, m.child_id, m.child_id || ' ' || m.day as subject,
  case when m.price_before is not null and m.price_after is not null then true end as counted,
  (m.price_before - m.price_after) * 52 as amount, m.status as destination
from followed_move m
join period p on m.day between p.period_start and p.period_end
