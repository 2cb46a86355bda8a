/* rule
code: "INT09"
says: "Internal Check: Child in UASC does not exist in Header."
fields: [CHILD]
tables: [Header, UASC]
years: 2022-23 on
*/
select id, true as fault
from uasc anti join header using (child)
where child is not null
