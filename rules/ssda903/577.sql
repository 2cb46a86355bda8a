/* rule
code: "577"
says: Child ceased to be looked after but there is a missing/away from placement without authorisation period without an end date.
fields: [MIS_END]
tables: [Episodes, Missing]
years: 2022-23 on
note: A period that has an end must end within a period of care, for when care ceased it had to end too. An open one must be in care that goes on; one that began before any care, in care that has not ceased, is rule 581.
*/
with compared as (
  select t.id, t.child, t.mis_start is null or unreadable(t.mis_end, t.mis_end_text) as unsure, care.ended is null as end_unsure,
    case when t.mis_end_text is not null then t.mis_end between care.began and care.ended
         else care.ended = for_ever() and (t.mis_start >= care.began or coalesce(care.ended_before < t.mis_start, true)) end as kept
  from missing t semi join episodes using (child) left join care using (child)
)
select id, case when unsure then null when bool_or(kept) then false when bool_or(end_unsure) or child in (select child from episodes where decom is null) then null else true end as fault
from compared
group by id, child, unsure
