/* measure
title: How fostering places are used
asks: How full are our foster homes?
catalogue: FOS-06
kind: proportion
at: period end
windows: [quarter, month, year]
population: Places of fostering households in the latest picture by the last day of the period, supported lodgings included. The places of the picture are the whole, not the places approved; FOS-06:difference has what lies between
counted: Places in each use (filled, vacant, not available, used for short breaks)
good: neither
mix: place_status
basis: The council’s own picture of how fostering places are used (foster_places), the latest one by the day
national: Ofsted fostering data set, places filled, vacant and not available on 31 March; Ofsted has no use for short breaks
revisions: [{on: 2026-11-27, what: First version}]
*/
with picture as (
  select p.period_end, f.authority, max(f.as_at) as as_at
  from foster_place f join period p on f.as_at <= p.period_end
  group by all
)
select c.period_end, f.authority, concat_ws(' ', f.household_id, f.place_status, f.reason, f.sub_reason, f.line, n.place) as subject,
  true as counted, f.place_status
from picture c
join foster_place f on f.authority = c.authority and f.as_at = c.as_at,
  lateral (select unnest(range(1, f.places + 1)) as place) n
