/* rule
code: "INT11"
says: "Internal Check: DOB in AD1 is different to DOB in Header."
fields: [DOB]
tables: [Header, AD1]
years: 2022-23 on
*/
select t.id, t.dob <> h.dob as fault
from ad1 t join header h using (child)
