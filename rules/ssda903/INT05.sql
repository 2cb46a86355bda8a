/* rule
code: "INT05"
says: "Internal Check: Child in OC2 does not exist in Header."
fields: [CHILD]
tables: [Header, OC2]
years: 2022-23 on
*/
select id, true as fault
from oc2 anti join header using (child)
where child is not null
