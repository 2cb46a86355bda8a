/* rule
code: "381"
says: A period of care cannot end with a temporary placement.
fields: [PLACE, REC]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where temporary(place) and rec <> 'X1'
