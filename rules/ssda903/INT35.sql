/* rule
code: "INT35"
says: "Internal Check: Child should only exist once in PrevPerm."
fields: [CHILD]
tables: [PrevPerm]
years: 2022-23 on
*/
select id, true as fault
from prev_perm
where child is not null
qualify count(*) over (partition by child) > 1
