/* measure
title: Spend on placements
asks: Where does placement money go?
catalogue: FIN-04
kind: total
at: within period
windows: [year to date, rolling 12 months, year, month, quarter]
population: Prices of placements, of children in care and of care leavers, in force on any day of the period; and children in care on its last day for whom the file has no price that day
counted: What each cost in the period
unknown: the price of a child in care on the last day whom the file does not price that day, listed and not in the sum
unit: '£'
places: 0
good: neither
slices: [cost_group, provider, child_group]
sources: [placements]
basis: placements.csv, pounds borne by children's services after what others pay (weekly_contribution is not in it); a price of 0 is a price. Each day from the first of a price to the day before its end costs a seventh of the week's price. Spend by what placements.csv says is one figure; budget lines for placements are another (FIN-04:projected)
national: Section 251 and RO3 have spend by placement type on another basis
revisions: [{on: 2026-11-27, what: First version}]
*/
with spent as (
  select p.period_end, x.authority, x.child_id, x.child_id || ' ' || x.placement_id || ' ' || x.start_date as subject,
    (least(coalesce(x.end_date, p.period_end + 1), p.period_end + 1) - greatest(x.start_date, p.period_start)) * x.weekly_cost / 7 as amount,
    x.cost_group, x.provider_kind as provider, x.child_group
  from placement_price x
  join period p on x.start_date <= p.period_end and coalesce(x.end_date, p.period_end + 1) > p.period_start
  where x.source = 'placements'
),
unpriced as (
  -- A child in care on the last day for whom the file has no price that day.
  select c.period_end, c.authority, c.child_id from in_care_at c
  where not exists (
      select 1 from placement_price x where x.source = 'placements' and x.child_id = c.child_id
        and x.start_date <= c.period_end and coalesce(x.end_date, date '9999-12-31') > c.period_end)
)
select period_end, authority, child_id, subject, true as counted, amount, cost_group, provider, child_group from spent
union all
select period_end, authority, child_id, child_id || ' no price', null, null, 'not_known', 'not_known', 'in_care' from unpriced
