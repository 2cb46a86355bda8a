/* rule
code: "INT17"
says: "Internal Check: DOB in Reviews is different to DOB in Header."
fields: [DOB]
tables: [Header, Reviews]
years: 2022-23 on
*/
select t.id, t.dob <> h.dob as fault
from reviews t join header h using (child)
