/* rule
code: "INT31"
says: "Internal Check: Child should only exist once in AD1."
fields: [CHILD]
tables: [AD1]
years: 2022-23 on
*/
select id, true as fault
from ad1
where child is not null
qualify count(*) over (partition by child) > 1
