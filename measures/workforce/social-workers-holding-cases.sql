/* measure
title: Social workers holding cases
asks: How many full-time social workers hold children’s cases?
catalogue: WRK-01:holding_cases
kind: total
unit: full-time equivalents
at: period end
windows: [month]
population: Social workers, newly qualified and advanced ones included, who hold at least one case in all their teams together; managers and personal advisers left out
counted: Their full-time equivalents in each team
unknown: the cases or the full-time equivalent of the worker are not given
unknown_is: left out
good: neither
slices: [team, counted_at]
basis: The council’s own picture of caseloads at the month end (workers), the latest one by the day; without it the standard dataset’s count at the last 30 September (ssd_professionals), which the breakdown “counted_at” shows and which has no monthly trend
national: DfE children’s social work workforce census, 30 September; it counts cases of the whole service, this those of the teams in the list
revisions: [{on: 2026-11-27, what: First version}]
*/
with picture as (
  select u.period_end, u.authority, u.source, max(w.as_at) as as_at
  from source_at u
  join worker_caseload w on w.authority = u.authority and w.source = u.source and w.as_at <= u.period_end
  where u.relation = 'worker_caseload'
  group by all
)
select c.period_end, w.authority, concat_ws(' ', w.worker_id, w.team) as subject, case when w.caseload is not null then true end as counted,
  w.fte as amount, w.team, w.counted_at
from picture c
join worker_caseload w on w.authority = c.authority and w.source = c.source and w.as_at = c.as_at
where w.social_worker and coalesce(w.worker_cases > 0, true)
