/* measure
title: Highest caseload
asks: How many children does the busiest social worker hold?
catalogue: WRK-02:highest
kind: average
unit: cases
places: 0
at: period end
windows: [month]
population: Social workers, newly qualified and advanced ones included, who hold at least one case in all their teams together
counted: Cases of the worker, or of each of the workers, who hold the most; not for each full-time equivalent
unknown: the cases of the worker are not given
unknown_is: left out
good: low
slices: [counted_at]
basis: The council’s own picture of caseloads at the month end (workers), the latest one by the day; without it the standard dataset’s count at the last 30 September (ssd_professionals), which the breakdown “counted_at” shows and which has no monthly trend
national: None. By team it is WRK-02:highest_in_team
revisions: [{on: 2026-11-27, what: First version}]
*/
with picture as (
  select u.period_end, u.authority, u.source, max(w.as_at) as as_at
  from source_at u
  join worker_caseload w on w.authority = u.authority and w.source = u.source and w.as_at <= u.period_end
  where u.relation = 'worker_caseload'
  group by all
),
worker as (
  select c.period_end, w.authority, w.worker_id, any_value(w.worker_cases) as cases, any_value(w.counted_at) as counted_at
  from picture c
  join worker_caseload w on w.authority = c.authority and w.source = c.source and w.as_at = c.as_at
  where w.social_worker and coalesce(w.worker_cases > 0, true)
  group by c.period_end, w.authority, w.worker_id
)
select w.period_end, w.authority, w.worker_id as subject, w.cases = max(w.cases) over (partition by w.period_end, w.authority) as counted,
  w.cases as amount, w.counted_at
from worker w
