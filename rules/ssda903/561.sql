/* rule
code: "561"
says: Date of the decision that the child should be placed for adoption this year is the same as that recorded last year but records show that the decision changed, and the child should no longer be placed for adoption last year.
fields: [DATE_PLACED]
tables: [PlacedAdoption]
last: [PlacedAdoption]
years: 2022-23 on
note: The decision changed last year if either the date or the reason of its end was given then.
*/
select p.id, p.date_placed = l.date_placed as fault
from placed_adoption p join placed_adoption_last l using (child)
where p.date_placed_text is not null and l.date_placed_text is not null
  and (l.date_placed_ceased_text is not null or l.reason_placed_ceased is not null)
