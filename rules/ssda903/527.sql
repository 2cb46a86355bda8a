/* rule
code: "527"
says: A placement provider code of PR1 cannot be associated with placements P1, R2 or R5.
fields: [PLACE, PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where place_provider = 'PR1' and place in ('P1', 'R2', 'R5')
