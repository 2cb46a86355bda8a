/* rule
code: "355"
says: Episode appears to have lasted for less than 24 hours
fields: [DECOM, DEC]
tables: [Episodes]
years: 2022-23 on
*/
select id, decom = dec as fault
from episodes
where dec_text is not null
