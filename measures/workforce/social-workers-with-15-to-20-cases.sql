/* measure
title: Social workers with 15 to 20 cases
asks: How many full-time social workers have a sensible workload?
catalogue: WRK-01:in_band
kind: total
unit: full-time equivalents
at: period end
windows: [month]
population: Social workers, newly qualified and advanced ones included, who hold at least one case in all their teams together and whose caseload is known
counted: Full-time equivalents of those with 15 to 20 cases for each full-time equivalent, both included; the rows of one worker are added first
good: neither
slices: [team, counted_at]
basis: The council’s own picture of caseloads at the month end (workers), the latest one by the day; without it the standard dataset’s count at the last 30 September (ssd_professionals), which the breakdown “counted_at” shows and which has no monthly trend
national: DfE children’s social work workforce census, where a caseload is cases for each full-time equivalent
revisions: [{on: 2026-11-27, what: First version}]
*/
with picture as (
  select u.period_end, u.authority, u.source, max(w.as_at) as as_at
  from source_at u
  join worker_caseload w on w.authority = u.authority and w.source = u.source and w.as_at <= u.period_end
  where u.relation = 'worker_caseload'
  group by all
)
select c.period_end, w.authority, concat_ws(' ', w.worker_id, w.team) as subject, w.caseload between 15 and 20 as counted, w.fte as amount, w.team, w.counted_at
from picture c
join worker_caseload w on w.authority = c.authority and w.source = c.source and w.as_at = c.as_at
where w.social_worker and w.caseload > 0
