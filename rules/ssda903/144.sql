/* rule
code: "144"
says: The legal status code is not a valid code.
fields: [LS]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where ls_text not in (select code from code_list where tbl = 'episodes' and col = 'ls')
