/* rule
code: "INT36"
says: "Internal Check: Child should only exist once in UASC."
fields: [CHILD]
tables: [UASC]
years: 2022-23 on
*/
select id, true as fault
from uasc
where child is not null
qualify count(*) over (partition by child) > 1
