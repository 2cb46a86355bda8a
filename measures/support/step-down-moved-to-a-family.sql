/* measure
title: Children followed out of residential care who now live with a family
asks: How many moved back to a family?
catalogue: FUT-06:moved_to_family
kind: proportion
at: period end
windows: [month]
population: Children in external residential homes whom the board follows (the group residential_step_down), each once; anyone with a status other than removed that began by the last day of the period
counted: Those whose latest status is that they moved to foster care or home
good: high
slices: [status, as_returned]
basis: cohorts.csv. Cut by as_returned, it says whether the SSDA903 agrees with the move on the day it was made (in a foster placement; placed with parents or out of care), where the return reaches that day
sources: [cohort_status]
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
with latest as (
  select p.period_end, c.child_id, c.authority,
    max(c.status) filter (coalesce(c.end_date, date '9999-12-31') > p.period_end) as status,
    max(c.start_date) filter (coalesce(c.end_date, date '9999-12-31') > p.period_end) as since
  from cohort_status c
  join period p on c.start_date <= p.period_end
  where c.cohort = 'residential_step_down'
  group by p.period_end, c.child_id, c.authority
  having bool_or(c.status <> 'removed')
),
returned as (
  select authority, min(first_day) as first_day, max(last_day) as last_day from reference.return_held where source = 'Episodes' group by authority
)
select l.period_end, l.child_id as subject, l.status in ('moved_foster', 'moved_home') as counted, l.status,
  case when l.status not in ('moved_foster', 'moved_home') or r.authority is null or l.since not between r.first_day and r.last_day then 'not_known'
       when l.status = 'moved_foster' then case when foster(e.placement_type) then 'yes' else 'no' end
       when e.child_id is null or placed_with_parents(e.placement_type) then 'yes' else 'no' end as as_returned
from latest l
left join returned r on r.authority = l.authority
left join care_episode e on e.child_id = l.child_id and e.start_date <= l.since and coalesce(e.end_date, date '9999-12-31') > l.since
