/* rule
code: "INT32"
says: "Internal Check: Child should only exist once in Header."
fields: [CHILD]
tables: [Header]
years: 2022-23 on
*/
select id, true as fault
from header
where child is not null
qualify count(*) over (partition by child) > 1
