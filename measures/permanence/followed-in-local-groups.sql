/* measure
title: Children followed in the council's own groups
asks: How are the groups that the board follows getting on?
catalogue: PRM-17:local
kind: count
at: period end
windows: [month]
population: Children in each group of cohorts.csv that the council has named itself, once a group, whose latest status there on the last day of the period is neither removed nor not suitable
counted: All of them; a child in two groups is counted in both, so cut it by group
good: neither
slices: [cohort, status]
basis: cohorts.csv. The groups planned_exit, residential_step_down and sgo_pathway are measures of their own
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, c.child_id, c.cohort || ' ' || c.child_id as subject, true as counted, c.cohort, c.status
from cohort_status c
join period p on c.start_date <= p.period_end and coalesce(c.end_date, date '9999-12-31') > p.period_end
where c.cohort not in ('planned_exit', 'residential_step_down', 'sgo_pathway') and c.status not in ('removed', 'not_suitable')
