/* measure
title: Children followed out of residential care
asks: How many moved back to a family?
catalogue: FUT-06
kind: count
at: period end
windows: [month]
population: Children in external residential homes whom the board follows (the group residential_step_down), each once; anyone with a status other than removed that began by the last day of the period
counted: All of them; by their latest status where it is cut by status. How many were ever assessed, found suitable or moved nearer are figures of their own
good: neither
slices: [status]
basis: cohorts.csv. A status lasts until the child's next row; of two on one day the last in the file is the latest. A child found not suitable, or removed later, was worked with all the same
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, c.child_id as subject, true as counted,
  max(c.status) filter (coalesce(c.end_date, date '9999-12-31') > p.period_end) as status
from cohort_status c
join period p on c.start_date <= p.period_end
where c.cohort = 'residential_step_down'
group by p.period_end, c.child_id
having bool_or(c.status <> 'removed')
