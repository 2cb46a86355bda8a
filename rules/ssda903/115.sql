/* rule
code: "115"
says: Date of Local Authority's (LA) decision that a child should be placed for adoption is not a valid date.
fields: [DATE_PLACED]
tables: [PlacedAdoption]
years: 2022-23 on
*/
select id, true as fault
from placed_adoption
where not_a_day(date_placed, date_placed_text)
