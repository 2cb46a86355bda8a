/* measure
title: Children starting to be looked after
asks: How many children came into care?
catalogue: NUM-04
kind: count
at: within period
windows: [month, rolling 3 months, rolling 12 months, year to date, quarter, year]
population: Starts of care in the period (periods of care whose first day the return holds), short breaks excluded
counted: All of them; a child who came into care twice is counted twice
good: low
slices: [standard, need]
basis: SSDA903 episodes
national: DfE children who started to be looked after during the year; DfE counts a child once, at the first start in the year
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject, true as counted, s.need
from start_of_care s
join period p on s.day between p.period_start and p.period_end
