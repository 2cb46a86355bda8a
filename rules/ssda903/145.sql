/* rule
code: "145"
says: Category of need code is not a valid code.
fields: [CIN]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where cin_text not in (select code from code_list where tbl = 'episodes' and col = 'cin')
