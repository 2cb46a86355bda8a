/* rule
code: "356"
says: The date the episode ceased is before the date the same episode started.
fields: [DECOM]
tables: [Episodes]
years: 2022-23 on
*/
select id, dec < decom as fault
from episodes
where dec_text is not null
