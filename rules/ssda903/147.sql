/* rule
code: "147"
says: Date episode ceased is not a valid date.
fields: [DEC]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where not_a_day(dec, dec_text)
