/* measure
title: Placements that broke down
asks: How many placements broke down?
catalogue: STB-04:number
kind: count
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
population: Counted placements of children in care that ended in the period
counted: Those that ended because the carer asked (CREQB, CREQO) or the child did (CHILD); an ending without a reason is not counted
good: low
slices: [standard]
basis: SSDA903 episodes
national: DfE reason for placement change
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, e.child_id, e.child_id || '.' || e.placement_no as subject,
  coalesce(breakdown(e.change_reason), false) as counted
from placement_end e
join period p on e.day between p.period_start and p.period_end
