/* measure
title: Cost of the ten dearest placements
asks: What do the dearest placements cost?
catalogue: FIN-05
kind: total
at: within period
windows: [rolling 12 months, year]
population: Placements, of children in care and of care leavers, with a price on any day of the period, price spells of one placement taken together
counted: The ten that cost most in the period; of two that cost the same, the first by child and placement
unit: '£'
places: 0
good: low
slices: [provider]
sources: [placements]
basis: placements.csv, pounds borne by children's services after what others pay (weekly_contribution is not in it); a price of 0 is a price. Each day from the first of a price to the day before its end costs a seventh of the week's price. By provider, those of the ten that are with each
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
with spent as (
  select p.period_end, x.authority, x.child_id, x.placement_id,
    sum((least(coalesce(x.end_date, p.period_end + 1), p.period_end + 1) - greatest(x.start_date, p.period_start)) * x.weekly_cost / 7) as amount,
    arg_max(x.provider_kind, x.start_date) as provider
  from placement_price x
  join period p on x.start_date <= p.period_end and coalesce(x.end_date, p.period_end + 1) > p.period_start
  where x.source = 'placements'
  group by all
)
select period_end, authority, child_id, child_id || ' ' || placement_id as subject, amount, provider,
  row_number() over (partition by authority, period_end order by amount desc, child_id, placement_id) <= 10 as counted
from spent
