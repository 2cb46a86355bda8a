/* rule
code: "348"
says: Care leaver has previously been reported as having died.
fields: [IN_TOUCH]
tables: [OC3]
last: [OC3]
years: 2025-26 on
note: Last year; and whatever this year says other than DIED, a blank too.
*/
select id, true as fault
from oc3
where in_touch is distinct from 'DIED' and child in (select child from oc3_last where in_touch = 'DIED')
