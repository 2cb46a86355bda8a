/* rule
code: "382"
says: A child receiving respite care cannot be in a temporary placement.
fields: [LS, PLACE]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where short_break(ls) and temporary(place)
