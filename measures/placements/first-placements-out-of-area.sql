/* measure
title: First placements outside our area
asks: How many children began care outside our area?
catalogue: PLC-14:first
kind: count
at: within period
windows: [month, rolling 3 months, rolling 12 months, year to date, quarter, year]
population: Placements that began in the period at the start of care
counted: Those whose postcode is in another authority
unknown: placement postcode not given, or not in the postcode file
good: neither
slices: [standard]
sources: [Episodes, postcodes]
basis: SSDA903 episodes and a postcode file
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, s.child_id, s.child_id || '.' || s.placement_no as subject, not s.in_own_area as counted
from placement_start s
join period p on s.day between p.period_start and p.period_end
where s.first
