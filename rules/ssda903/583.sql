/* rule
code: "583"
says: More than one date the child should be placed for adoption has been reported, but an earlier decision has not been revoked. Check that both dates are required and add in the date the earlier decision was revoked. Note this may be in a previous year.
fields: [DATE_PLACED, DATE_PLACED_CEASED]
tables: [PlacedAdoption]
years: 2022-23 on
note: The earlier decision is marked; the latest may stay open.
*/
with decisions as (
  select id, date_placed, date_placed_ceased_text, max(date_placed) over of_child as latest, count(*) over of_child as of_child,
    bool_or(unreadable(date_placed, date_placed_text)) over of_child as unsure
  from placed_adoption
  where child is not null
  window of_child as (partition by child)
)
select id, case when date_placed < latest then true when date_placed is null or unsure then null else false end as fault
from decisions
where of_child > 1 and date_placed_ceased_text is null
