/* measure
title: Care leavers with a placement that the council pays for
asks: How many care leavers live in placements?
catalogue: STB-04:care_leavers:in_placements
kind: count
at: period end
windows: [month]
population: Care leavers with a placement in placements.csv on the last day of the period, each once
counted: All of them
good: neither
sources: [placements]
basis: placements.csv
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, x.child_id as subject, true as counted
from placement_price x
join period p on x.start_date <= p.period_end and coalesce(x.end_date, date '9999-12-31') > p.period_end
where x.source = 'placements' and x.child_group = 'care_leaver'
group by p.period_end, x.child_id
