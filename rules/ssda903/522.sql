/* rule
code: "522"
says: Date of decision that the child should be placed for adoption must be on or before the date that a child should no longer be placed for adoption.
fields: [DATE_PLACED, DATE_PLACED_CEASED]
tables: [PlacedAdoption]
years: 2022-23 on
*/
select id, date_placed > date_placed_ceased as fault
from placed_adoption
where date_placed_ceased_text is not null
