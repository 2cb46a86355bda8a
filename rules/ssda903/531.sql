/* rule
code: "531"
says: A placement provider code of PR5 cannot be associated with placements P1.
fields: [PLACE, PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where place_provider = 'PR5' and place = 'P1'
