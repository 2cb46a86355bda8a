/* rule
code: "1009"
says: Reason for placement change is not a valid code.
fields: [REASON_PLACE_CHANGE]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where reason_place_change_text not in (select code from code_list where tbl = 'episodes' and col = 'reason_place_change')
