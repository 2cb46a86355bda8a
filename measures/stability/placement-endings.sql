/* measure
title: Placement endings
asks: Are fewer placements ending?
catalogue: STB-05
kind: count
at: within period
windows: [month, rolling 3 months, rolling 12 months, year to date, quarter, year]
population: Counted placements of children in care that ended in the period
counted: Those followed by another counted placement in the same period of care
good: low
slices: [standard]
basis: SSDA903 episodes
national: DfE reason for placement change
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, e.child_id, e.child_id || '.' || e.placement_no as subject, e.followed as counted
from placement_end e
join period p on e.day between p.period_start and p.period_end
