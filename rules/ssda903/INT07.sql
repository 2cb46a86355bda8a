/* rule
code: "INT07"
says: "Internal Check: Child in PrevPerm does not exist in Header."
fields: [CHILD]
tables: [Header, PrevPerm]
years: 2022-23 on
*/
select id, true as fault
from prev_perm anti join header using (child)
where child is not null
