/* rule
code: "558"
says: If a child has been adopted, then the decision to place them for adoption has not been disrupted and the date of the decision that a child should no longer be placed for adoption should be left blank.
fields: [REC]
tables: [Episodes, PlacedAdoption]
years: 2022-23 on
note: Found where the child has several decisions and none of them stands; of a child with one, rule 525 speaks.
*/
with all_reversed as (
  select child from placed_adoption where child is not null
  group by child having count(*) > 1 and bool_and(date_placed_ceased_text is not null)
)
select id, true as fault
from episodes
where adopted(rec) and child in (from all_reversed)
