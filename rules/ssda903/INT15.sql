/* rule
code: "INT15"
says: "Internal Check: DOB in OC3 is different to DOB in Header."
fields: [DOB]
tables: [Header, OC3]
years: 2022-23 on
*/
select t.id, t.dob <> h.dob as fault
from oc3 t join header h using (child)
