/* rule
code: "INT08"
says: "Internal Check: Child in Reviews does not exist in Header."
fields: [CHILD]
tables: [Header, Reviews]
years: 2022-23 on
*/
select id, true as fault
from reviews anti join header using (child)
where child is not null
