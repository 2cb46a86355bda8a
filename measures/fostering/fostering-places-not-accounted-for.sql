/* measure
title: Approved fostering places not accounted for
asks: Does the use of places add up to the places approved?
catalogue: FOS-06:difference
kind: total
unit: places
places: 0
at: period end
windows: [quarter, month, year]
population: Households whose places in the latest picture by the last day of the period are not as many as they were approved for on the day of the picture, supported lodgings included
counted: Places approved less places in the picture; below 0 where more are used than approved (an exemption, or a household no longer approved). Shown and never forced to agree
good: neither
slices: [care_type]
basis: The council’s own picture of places (foster_places) against its list of households (foster_households)
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
with picture as (
  select p.period_end, f.authority, max(f.as_at) as as_at
  from foster_place f join period p on f.as_at <= p.period_end
  group by all
),
side as (
  select c.period_end, c.authority, h.household_id, h.approved_places as places, h.care_type
  from picture c
  join foster_household h on h.authority = c.authority and h.start_date <= c.as_at and coalesce(h.end_date, date '9999-12-31') > c.as_at
  union all
  select c.period_end, c.authority, f.household_id, -f.places, null
  from picture c join foster_place f on f.authority = c.authority and f.as_at = c.as_at
)
select period_end, authority, household_id as subject, true as counted, sum(places)::integer as amount, any_value(care_type) as care_type
from side
group by period_end, authority, household_id
having sum(places) <> 0
