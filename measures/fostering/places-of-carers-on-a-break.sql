/* measure
title: Places of carers on a break or resigning
asks: What is behind it?
catalogue: FOS-08
kind: count
at: period end
windows: [quarter, month, year]
population: Places that are not available because the carer is on a break or resigning, in the latest picture by the last day of the period
counted: All of them, by what is behind it
good: neither
slices: [why_on_a_break]
basis: The council’s own picture of how fostering places are used (foster_places), the latest one by the day
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
with picture as (
  select p.period_end, f.authority, max(f.as_at) as as_at
  from foster_place f join period p on f.as_at <= p.period_end
  group by all
)
select c.period_end, f.authority, concat_ws(' ', f.household_id, f.sub_reason, f.line, n.place) as subject, true as counted, f.sub_reason as why_on_a_break
from picture c
join foster_place f on f.authority = c.authority and f.as_at = c.as_at,
  lateral (select unnest(range(1, f.places + 1)) as place) n
where f.place_status = 'not_available' and f.reason = 'carer_break_or_resigning'
