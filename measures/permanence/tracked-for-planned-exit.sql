/* measure
title: Children tracked for a planned exit from care
asks: How are the children due to leave care getting on?
catalogue: PRM-17
kind: count
at: period end
windows: [month]
population: Children whom the board follows to a planned exit from care (the group planned_exit), each once, whose latest status on the last day of the period is neither removed nor not suitable
counted: All of them; by their latest status where it is cut by status
good: neither
slices: [status, reason]
basis: cohorts.csv. A status lasts until the child's next row in the group; of two on one day the last in the file is the latest
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, c.child_id as subject, true as counted, c.status, c.reason
from cohort_status c
join period p on c.start_date <= p.period_end and coalesce(c.end_date, date '9999-12-31') > p.period_end
where c.cohort = 'planned_exit' and c.status not in ('removed', 'not_suitable')
