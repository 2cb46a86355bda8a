/* rule
code: "408"
says: Child is placed for adoption with a placement order, but no placement order has been recorded.
fields: [PLACE, LS]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where place in ('A5', 'A6') and ls is distinct from 'E1'
