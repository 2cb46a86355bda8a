/* rule
code: "INT16"
says: "Internal Check: DOB in PrevPerm is different to DOB in Header."
fields: [DOB]
tables: [Header, PrevPerm]
years: 2022-23 on
*/
select t.id, t.dob <> h.dob as fault
from prev_perm t join header h using (child)
