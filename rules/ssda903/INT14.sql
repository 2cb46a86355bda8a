/* rule
code: "INT14"
says: "Internal Check: DOB in OC2 is different to DOB in Header."
fields: [DOB]
tables: [Header, OC2]
years: 2022-23 on
*/
select t.id, t.dob <> h.dob as fault
from oc2 t join header h using (child)
