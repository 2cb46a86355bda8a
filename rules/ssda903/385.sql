/* rule
code: "385"
says: Date episode ceased must be on or before the end of the current collection year.
fields: [DEC]
tables: [Episodes]
years: 2022-23 on
*/
select id, dec > year_end() as fault
from episodes
where dec_text is not null
