/* rule
code: "705"
says: A DoLO cannot start when the previous DoLO is still open.
fields: [DOLO_START, DOLO_END]
tables: [DoLo]
years: 2026-27 on
note: The order that ends later is marked, an open one counting by its start; one may start on the day on which another ends. An end that is not a day does not end an order (rule 701).
*/
with orders as (
  select id, row, child, dolo_start, dolo_end, dolo_start is null as unsure, count(*) over (partition by child) as of_child
  from dolo where child is not null
),
in_order as (
  select id, unsure, bool_or(unsure) over (partition by child) and of_child > 1 as beside_unsure, dolo_start < max(coalesce(dolo_end, for_ever())) over before_it as meets
  from orders
  window before_it as (partition by child, unsure order by coalesce(dolo_end, dolo_start), dolo_start, row
    rows between unbounded preceding and 1 preceding)
)
select id, case when meets and not unsure then true end as fault
from in_order
where meets or beside_unsure
