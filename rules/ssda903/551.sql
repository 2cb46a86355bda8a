/* rule
code: "551"
says: Child has been placed for adoption but there is no date of the decision that the child should be placed for adoption.
fields: [PLACE]
tables: [Episodes, PlacedAdoption]
years: 2022-23 on
note: One decision with a date is enough; the open validator also finds a child who has another without.
*/
with decided as (
  select child from placed_adoption where child is not null and date_placed_text is not null
)
select id, true as fault
from episodes
where placed_for_adoption(place) and child not in (from decided)
