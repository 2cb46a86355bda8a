/* measure
title: Placements of care leavers that broke down
asks: How many placements of care leavers broke down?
catalogue: STB-04:care_leavers:number
kind: count
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
population: Placements of care leavers in placements.csv that ended in the period, price spells of one placement taken together
counted: Those that ended because the carer asked (CREQB, CREQO) or the young person did (CHILD), by the reason on the last row; an ending without a reason is not counted
good: low
slices: [provider]
sources: [placements]
basis: placements.csv
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
with spell as (
  select child_id, authority, placement_id, max_by(struct_pack(ended := end_date, reason := change_reason, provider := provider_kind), start_date) as last
  from placement_price where source = 'placements' and child_group = 'care_leaver'
  group by all
)
select p.period_end, s.child_id, s.child_id || ' ' || s.placement_id as subject, coalesce(breakdown(s.last.reason), false) as counted,
  s.last.provider as provider
from spell s
join period p on s.last.ended between p.period_start and p.period_end
