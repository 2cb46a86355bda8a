/* rule
code: "365"
says: Any individual short- term respite placement must not exceed 17 days.
fields: [LS, DECOM, DEC]
tables: [Episodes]
years: 2022-23 on
*/
select id, until_now(dec, dec_text) - decom > 17 as fault
from episodes
where ls = 'V3'
