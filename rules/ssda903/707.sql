/* rule
code: "707"
says: Child ceased to be looked after but there is a DoLO without an end date.
fields: [DOLO_END]
tables: [DoLo, Episodes]
years: 2026-27 on
note: An order that has an end must end within a period of care, for when care ceased it had to end too. An open one must be in care that goes on; one that began before any care, in care that has not ceased, is not asked here.
*/
with compared as (
  select t.id, t.child, t.dolo_start is null or unreadable(t.dolo_end, t.dolo_end_text) as unsure, care.ended is null as end_unsure,
    case when t.dolo_end_text is not null then t.dolo_end between care.began and care.ended
         else care.ended = for_ever() and (t.dolo_start >= care.began or coalesce(care.ended_before < t.dolo_start, true)) end as kept
  from dolo t semi join episodes using (child) left join care using (child)
)
select id, case when unsure then null when bool_or(kept) then false when bool_or(end_unsure) or child in (select child from episodes where decom is null) then null else true end as fault
from compared
group by id, child, unsure
