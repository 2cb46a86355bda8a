/* rule
code: "579"
says: A new decision that the child should be placed for adoption this year cannot start when the previous decision is still open. Decisions to place the child for adoption should also not overlap. The date of any new decision to place the child for adoption must not be before the date placed ceased of previous decisions.
fields: [DATE_PLACED, DATE_PLACED_CEASED]
tables: [PlacedAdoption]
years: 2022-23 on
note: The later decision is marked. One may be made on the day on which another ends.
*/
with decisions as (
  select *, date_placed is null or unreadable(date_placed_ceased, date_placed_ceased_text) as unsure,
    count(*) over (partition by child) as of_child
  from placed_adoption where child is not null
),
in_order as (
  select id, unsure, bool_or(unsure) over (partition by child) and of_child > 1 as beside_unsure, date_placed < max(until(date_placed_ceased, date_placed_ceased_text)) over before_it as meets
  from decisions
  window before_it as (partition by child, unsure order by date_placed, until(date_placed_ceased, date_placed_ceased_text), row
    rows between unbounded preceding and 1 preceding)
)
select id, case when meets and not unsure then true end as fault
from in_order
where meets or beside_unsure
