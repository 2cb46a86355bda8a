/* rule
code: "574"
says: A new missing/away from placement without authorisation period cannot start when the previous missing/away from placement without authorisation period is still open. Missing/away from placement without authorisation periods should also not overlap.
fields: [MIS_START, MIS_END]
tables: [Missing]
years: 2022-23 on
note: Of two periods that overlap the one that ends later is marked, an open one counting by its start. A period is held against all that end before it, not only the one just before. One may begin on the day on which another ends.
*/
with periods as (
  select *, mis_start is null or unreadable(mis_end, mis_end_text) as unsure, count(*) over (partition by child) as of_child
  from missing where child is not null
),
in_order as (
  select id, unsure, bool_or(unsure) over (partition by child) and of_child > 1 as beside_unsure, mis_start < max(until(mis_end, mis_end_text)) over before_it as meets
  from periods
  window before_it as (partition by child, unsure order by coalesce(mis_end, mis_start), mis_start, row
    rows between unbounded preceding and 1 preceding)
)
select id, case when meets and not unsure then true end as fault
from in_order
where meets or beside_unsure
