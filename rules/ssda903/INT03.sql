/* rule
code: "INT03"
says: "Internal Check: Child in Episodes does not exist in Header."
fields: [CHILD]
tables: [Header, Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes anti join header using (child)
where child is not null
