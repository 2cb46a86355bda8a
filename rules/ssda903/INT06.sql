/* rule
code: "INT06"
says: "Internal Check: Child in OC3 does not exist in Header."
fields: [CHILD]
tables: [Header, OC3]
years: 2022-23 on
*/
select id, true as fault
from oc3 anti join header using (child)
where child is not null
