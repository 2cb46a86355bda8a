/* measure
title: Highest caseload in each team
asks: Which team has the busiest social worker?
catalogue: WRK-02:highest_in_team
kind: average
unit: cases
places: 0
at: period end
windows: [month]
population: Teams with a social worker who holds at least one case
counted: The most cases that one social worker holds in the team, cases in other teams left out; over all teams, the mean of these
good: low
slices: [team, counted_at]
basis: The council’s own picture of caseloads at the month end (workers), the latest one by the day; without it the standard dataset’s count at the last 30 September (ssd_professionals), which the breakdown “counted_at” shows and which has no monthly trend
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
with picture as (
  select u.period_end, u.authority, u.source, max(w.as_at) as as_at
  from source_at u
  join worker_caseload w on w.authority = u.authority and w.source = u.source and w.as_at <= u.period_end
  where u.relation = 'worker_caseload'
  group by all
)
select c.period_end, w.authority, coalesce(w.team, 'not_known') as subject, true as counted, max(w.cases) as amount, coalesce(w.team, 'not_known') as team,
  any_value(w.counted_at) as counted_at
from picture c
join worker_caseload w on w.authority = c.authority and w.source = c.source and w.as_at = c.as_at
where w.social_worker and w.cases > 0
group by c.period_end, w.authority, coalesce(w.team, 'not_known')
