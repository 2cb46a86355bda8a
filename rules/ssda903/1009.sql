/* rule
code: "1009"
says: Reason for placement change is not a valid code.
fields: [REASON_PLACE_CHANGE]
tables: [Episodes]
years: 2022-23 on
note: Small letters are read as capitals, and a blank is no code.
*/
select id, true as fault
from episodes
where reason_place_change not in (select code from code_list where tbl = 'episodes' and col = 'reason_place_change')
