/* measure
title: Fostering places not available
asks: Why can we not use them?
catalogue: FOS-07
kind: count
at: period end
windows: [quarter, month, year]
population: Places that are not available in the latest picture by the last day of the period, supported lodgings included
counted: All of them, by reason
good: low
slices: [why_not_available]
basis: The council’s own picture of how fostering places are used (foster_places), the latest one by the day
national: Ofsted fostering data set, reasons why places are not available on 31 March
revisions: [{on: 2026-11-27, what: First version}]
*/
with picture as (
  select p.period_end, f.authority, max(f.as_at) as as_at
  from foster_place f join period p on f.as_at <= p.period_end
  group by all
)
select c.period_end, f.authority, concat_ws(' ', f.household_id, f.reason, f.sub_reason, f.line, n.place) as subject, true as counted, f.reason as why_not_available
from picture c
join foster_place f on f.authority = c.authority and f.as_at = c.as_at,
  lateral (select unnest(range(1, f.places + 1)) as place) n
where f.place_status = 'not_available'
