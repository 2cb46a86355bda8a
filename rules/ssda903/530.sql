/* rule
code: "530"
says: A placement provider code of PR4 cannot be associated with placement P1.
fields: [PLACE, PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where place_provider = 'PR4' and place = 'P1'
