/* rule
code: "380"
says: A period of care cannot start with a temporary placement.
fields: [PLACE, RNE]
tables: [Episodes]
years: 2022-23 on
note: A temporary placement is a move, so that it begins with P or B; any other reason for the episode, or none, is at fault.
*/
select id, true as fault
from episodes
where temporary(place) and (rne is null or rne not in ('P', 'B'))
