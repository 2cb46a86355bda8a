/* rule
code: "INT33"
says: "Internal Check: Child should only exist once in OC2."
fields: [CHILD]
tables: [OC2]
years: 2022-23 on
*/
select id, true as fault
from oc2
where child is not null
qualify count(*) over (partition by child) > 1
