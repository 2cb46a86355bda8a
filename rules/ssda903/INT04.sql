/* rule
code: "INT04"
says: "Internal Check: Child in Missing does not exist in Header."
fields: [CHILD]
tables: [Header, Missing]
years: 2022-23 on
*/
select id, true as fault
from missing anti join header using (child)
where child is not null
