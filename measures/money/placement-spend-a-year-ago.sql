/* measure
title: Spend on placements a year ago
asks: What was spent a year ago?
catalogue: FIN-04:base_year
kind: total
at: within period
windows: [year to date, rolling 12 months, year, month, quarter]
population: Prices of placements, of children in care and of care leavers, in force on any day of the period or of the same days a year before
counted: What each cost in the same days a year before
unit: '£'
places: 0
good: neither
slices: [cost_group, provider, child_group]
sources: [placements]
looks_back: 12 months
basis: placements.csv, pounds borne by children's services after what others pay (weekly_contribution is not in it); a price of 0 is a price. Each day from the first of a price to the day before its end costs a seventh of the week's price
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
with compared as (
  select *, (period_start - to_months(12))::date as then_start, ((period_end + 1) - to_months(12))::date as then_after from period
)
select p.period_end, x.authority, x.child_id, x.child_id || ' ' || x.placement_id || ' ' || x.start_date as subject, true as counted,
  greatest(least(coalesce(x.end_date, p.then_after), p.then_after) - greatest(x.start_date, p.then_start), 0) * x.weekly_cost / 7 as amount,
  x.cost_group, x.provider_kind as provider, x.child_group
from placement_price x
join compared p on x.start_date <= p.period_end and coalesce(x.end_date, p.period_end + 1) > p.then_start
where x.source = 'placements'
  and (coalesce(x.end_date, p.period_end + 1) > p.period_start or x.start_date < p.then_after)
