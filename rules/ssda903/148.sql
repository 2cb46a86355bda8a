/* rule
code: "148"
says: Date episode ceased and reason episode ceased must both be coded, or both left blank.
fields: [DEC, REC]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where (dec_text is null) <> (rec_text is null)
