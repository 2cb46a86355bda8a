/* rule
code: "149"
says: Reason episode ceased code is not valid.
fields: [REC]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where rec_text not in (select code from code_list where tbl = 'episodes' and col = 'rec')
