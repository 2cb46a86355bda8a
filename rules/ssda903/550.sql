/* rule
code: "550"
says: A placement provider code of PR0 can only be associated with placement P1.
fields: [PLACE, PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where place_provider = 'PR0' and place is distinct from 'P1'
