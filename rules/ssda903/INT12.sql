/* rule
code: "INT12"
says: "Internal Check: DOB in PlacedAdoption is different to DOB in Header."
fields: [DOB]
tables: [Header, PlacedAdoption]
years: 2022-23 on
*/
select t.id, t.dob <> h.dob as fault
from placed_adoption t join header h using (child)
