/* measure
title: Different children starting to be looked after who had been in care before
asks: How many different children coming into care have been in care before?
catalogue: JRN-01:children
kind: proportion
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
population: Children with at least one start of care in the period, as they were at the first, short breaks excluded
counted: Those with an earlier period of care, before that first start, at any time in the years held
good: low
slices: [standard]
basis: SSDA903 episodes
national: None; care before the first return held, or in another authority, is not seen
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, s.child_id as subject, b.child_id is not null as counted, s.*
from start_of_care s
join period p on s.day between p.period_start and p.period_end
left join period_of_care b on b.child_id = s.child_id and b.period_no = s.period_no - 1
qualify row_number() over (partition by p.period_end, s.child_id order by s.day) = 1
