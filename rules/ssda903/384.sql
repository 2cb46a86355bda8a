/* rule
code: "384"
says: A child receiving respite care cannot be in a long-term foster placement
fields: [PLACE, LS]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where short_break(ls) and place in ('U1', 'U4')
