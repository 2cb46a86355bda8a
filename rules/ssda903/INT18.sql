/* rule
code: "INT18"
says: "Internal Check: DOB in UASC is different to DOB in Header."
fields: [DOB]
tables: [Header, UASC]
years: 2022-23 on
*/
select t.id, t.dob <> h.dob as fault
from uasc t join header h using (child)
