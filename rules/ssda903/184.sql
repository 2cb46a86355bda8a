/* rule
code: "184"
says: Date of decision that a child should be placed for adoption is before the child was born.
fields: [DATE_PLACED, DOB]
tables: [Header, PlacedAdoption]
years: 2022-23 on
note: The date of birth is that in Header.
*/
select p.id, p.date_placed < h.dob as fault
from placed_adoption p join header h using (child)
where p.date_placed_text is not null
