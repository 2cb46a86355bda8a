/* rule
code: "141"
says: Date episode began is not a valid date.
fields: [DECOM]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where not_a_day(decom, decom_text)
