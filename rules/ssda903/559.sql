/* rule
code: "559"
says: Date of decision that a child should be placed for adoption was not in the current year but the date of the decision that the child should be placed for adoption was not completed in a previous return.
fields: [DATE_PLACED]
tables: [PlacedAdoption]
last: [PlacedAdoption]
years: 2022-23 on
note: Of earlier returns, last year's is at hand. Any date of the child in it is enough, as one that was put right since would differ.
*/
with completed as (
  select child from placed_adoption_last where child is not null and date_placed_text is not null
)
select id, date_placed < year_start() as fault
from placed_adoption
where child not in (from completed)
