/* rule
code: "707"
says: Child ceased to be looked after but there is a DoLO without an end date.
fields: [DOLO_END]
tables: [DoLo, Episodes]
years: 2026-27 on
note: An order that has an end must end within a period of care, for when care ceased it had to end too. An open one must be in care that goes on; one that began before any care, in care that has not ceased, is not asked here.
*/
with starts as (
  select child, n, decom, until(dec, dec_text) as ended,
    case when decom <= max(until(dec, dec_text)) over (partition by child order by n rows between unbounded preceding and 1 preceding)
         then 0 else 1 end as new_period
  from episode_order where decom is not null
),
in_periods as (
  select *, sum(new_period) over (partition by child order by n) as period from starts
),
care as (
  select child, min(decom) as began, case when bool_or(ended is null) then null else max(ended) end as ended,
    lag(max(ended)) over (partition by child order by min(decom)) as ended_before
  from in_periods group by child, period
),
compared as (
  select d.id, d.dolo_start is null or unreadable(d.dolo_end, d.dolo_end_text) as unsure, c.ended is null as end_unsure,
    case when d.dolo_end_text is not null then d.dolo_end between c.began and c.ended
         else c.ended = date '9999-12-31' and (d.dolo_start >= c.began or coalesce(c.ended_before < d.dolo_start, true)) end as kept
  from dolo d join care c using (child)
)
select id, case when unsure then null when bool_or(kept) then false when bool_or(end_unsure) then null else true end as fault
from compared
group by id, unsure
