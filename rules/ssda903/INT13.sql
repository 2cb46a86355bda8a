/* rule
code: "INT13"
says: "Internal Check: DOB in Missing is different to DOB in Header."
fields: [DOB]
tables: [Header, Missing]
years: 2022-23 on
*/
select t.id, t.dob <> h.dob as fault
from missing t join header h using (child)
