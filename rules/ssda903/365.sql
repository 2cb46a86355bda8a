/* rule
code: "365"
says: Any individual short- term respite placement must not exceed 17 days.
fields: [LS, DECOM, DEC]
tables: [Episodes]
years: 2022-23 on
note: A break that is open lasts until the day up to which the return is complete.
*/
select id, case when dec_text is null then as_at() else dec end - decom > 17 as fault
from episodes
where ls = 'V3'
