/* rule
code: "354"
says: Date episode ceased must be on or before the end of the current collection year.
fields: [DECOM]
tables: [Episodes]
years: 2022-23 on
note: The message speaks of the end of the episode; what it asks about is the start. 385 asks about the end.
*/
select id, decom > year_end() as fault
from episodes
