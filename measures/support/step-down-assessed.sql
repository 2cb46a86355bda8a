/* measure
title: Children followed out of residential care who were assessed
asks: How many have been assessed?
catalogue: FUT-06:assessed
kind: proportion
at: period end
windows: [month]
population: Children in external residential homes whom the board follows (the group residential_step_down), each once; anyone with a status other than removed that began by the last day of the period
counted: Those who ever had the status assessed by that day, whatever came after
good: high
basis: cohorts.csv
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, c.child_id as subject, bool_or(c.status = 'assessed') as counted
from cohort_status c
join period p on c.start_date <= p.period_end
where c.cohort = 'residential_step_down'
group by p.period_end, c.child_id
having bool_or(c.status <> 'removed')
