/* measure
title: Children followed towards special guardianship
asks: How many are on the way to a special guardianship order?
catalogue: FUT-07
kind: count
at: period end
windows: [month]
population: Children with connected carers whom the board follows towards special guardianship (the group sgo_pathway), each once, whose latest status on the last day of the period is neither removed nor not suitable
counted: All of them; by their latest status where it is cut by status
good: high
slices: [status]
basis: cohorts.csv. A status lasts until the child's next row in the group; of two on one day the last in the file is the latest
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, c.child_id as subject, true as counted, c.status
from cohort_status c
join period p on c.start_date <= p.period_end and coalesce(c.end_date, date '9999-12-31') > p.period_end
where c.cohort = 'sgo_pathway' and c.status not in ('removed', 'not_suitable')
