/* rule
code: "INT34"
says: "Internal Check: Child should only exist once in OC3."
fields: [CHILD]
tables: [OC3]
years: 2022-23 on
*/
select id, true as fault
from oc3
where child is not null
qualify count(*) over (partition by child) > 1
