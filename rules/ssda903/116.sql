/* rule
code: "116"
says: Date of Local Authority's (LA) decision that a child should no longer be placed for adoption is not a valid date.
fields: [DATE_PLACED_CEASED]
tables: [PlacedAdoption]
years: 2022-23 on
*/
select id, true as fault
from placed_adoption
where not_a_day(date_placed_ceased, date_placed_ceased_text)
