/* rule
code: "558"
says: If a child has been adopted, then the decision to place them for adoption has not been disrupted and the date of the decision that a child should no longer be placed for adoption should be left blank.
fields: [REC]
tables: [Episodes, PlacedAdoption]
years: 2022-23 on
note: "A blank is taken for the latest decision, whichever it stands in. The cases that councils rely on leave alone a child with one decision, reversed, of whom the message speaks as well: rule 525 finds that child by the adoption."
*/
with all_reversed as (
  select child from placed_adoption where child is not null
  group by child having count(*) > 1 and bool_and(date_placed_ceased_text is not null)
)
select id, true as fault
from episodes
where adopted(rec) and child in (from all_reversed)
