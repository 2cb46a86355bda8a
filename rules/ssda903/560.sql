/* rule
code: "560"
says: Date of decision that the child should be placed for adoption this year is different from that recorded last year but the decision to place the child for adoption did not change.
fields: [DATE_PLACED, DATE_PLACED_CEASED]
tables: [PlacedAdoption]
last: [PlacedAdoption]
years: 2022-23 on
note: A decision that stood open last year must be among this year's; a second, later decision beside it is no fault. A blank date is not last year's date.
*/
with open_last as (
  select child, date_placed from placed_adoption_last
  where date_placed_text is not null and date_placed_ceased_text is null
),
compared as (
  select l.child, case
      when bool_or(p.date_placed = l.date_placed) then false
      when l.date_placed is null or bool_or(unreadable(p.date_placed, p.date_placed_text)) then null
      else true end as changed
  from open_last l join placed_adoption p using (child)
  group by l.child, l.date_placed
)
select p.id, c.changed as fault
from placed_adoption p join compared c using (child)
where c.changed is null or c.changed
