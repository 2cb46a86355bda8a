/* rule
code: "143"
says: The reason for new episode code is not a valid code.
fields: [RNE]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where rne_text not in (select code from code_list where tbl = 'episodes' and col = 'rne')
