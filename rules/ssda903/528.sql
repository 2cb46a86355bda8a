/* rule
code: "528"
says: A placement provider code of PR2 cannot be associated with placements P1, R2 or R5.
fields: [PLACE, PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where place_provider = 'PR2' and place in ('P1', 'R2', 'R5')
