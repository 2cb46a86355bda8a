/* measure
title: Weeks in placements that are priced
asks: How many weeks were children in placements?
catalogue: FIN-06:weeks
kind: total
at: within period
windows: [month, year, year to date, rolling 12 months, quarter]
population: Prices of placements in force on any day of the period, from placements.csv (children in care and care leavers, and children in care on the last day who are not priced that day); where it does not reach the day, placements of children in care by the return at the council's rate card
counted: The weeks of each in the period, seven days each
unknown: the price (of a child in care on the last day whom placements.csv does not price that day; or, by the rate card, of a cost group that it does not have)
unit: weeks
places: 1
good: neither
slices: [cost_group, provider, price_from]
sources: [placement_price, in_care_at]
basis: placements.csv, pounds borne by children's services after what others pay (weekly_contribution is not in it); a price of 0 is a price. Each day from the first of a price to the day before its end costs a seventh of the week's price; else the rate card (unit_costs.csv), which the breakdown price_from calls rate_card. One or the other for all placements of a period
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
with priced as (
  select p.period_end, x.authority, x.child_id, x.child_id || ' ' || x.placement_id || ' ' || x.start_date || ' ' || x.line as subject,
    (least(coalesce(x.end_date, p.period_end + 1), p.period_end + 1) - greatest(x.start_date, p.period_start)) / 7 as weeks,
    x.weekly_cost, x.cost_group, x.provider_kind as provider,
    case x.source when 'placements' then 'prices' else 'rate_card' end as price_from
  from placement_price x
  join period p on x.start_date <= p.period_end and coalesce(x.end_date, p.period_end + 1) > p.period_start
  join source_at u on u.relation = 'placement_price' and u.authority = x.authority and u.period_end = p.period_end and u.source = x.source
),
unpriced as (
  -- A child in care on the last day for whom the file has no price that day.
  select c.period_end, c.authority, c.child_id from in_care_at c
  where exists (
      select 1 from source_at u
      where u.relation = 'placement_price' and u.source = 'placements' and u.authority = c.authority and u.period_end = c.period_end)
    and not exists (
      select 1 from placement_price x where x.source = 'placements' and x.child_id = c.child_id
        and x.start_date <= c.period_end and coalesce(x.end_date, date '9999-12-31') > c.period_end)
)
select period_end, authority, child_id, subject, case when weekly_cost is not null then true end as counted, weeks as amount,
  cost_group, provider, price_from
from priced
union all
select period_end, authority, child_id, child_id || ' no price', null, null, 'not_known', 'not_known', 'prices' from unpriced
