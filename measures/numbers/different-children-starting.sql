/* measure
title: Different children starting to be looked after
asks: How many different children came into care?
catalogue: NUM-04:children
kind: count
at: within period
windows: [month, rolling 3 months, rolling 12 months, year to date, quarter, year]
population: Children with at least one start of care in the period, as they were at the first, short breaks excluded
counted: All of them, each once
good: low
slices: [standard, need]
basis: SSDA903 episodes
national: DfE children who started to be looked after during the year (first start counted)
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, s.child_id as subject, true as counted, s.*
from start_of_care s
join period p on s.day between p.period_start and p.period_end
qualify row_number() over (partition by p.period_end, s.child_id order by s.day) = 1
