/* rule
code: "564"
says: Child was missing or away from placement without authorisation and the date started is blank.
fields: [MISSING, MIS_START]
tables: [Missing]
years: 2022-23 on
*/
select id, true as fault
from missing
where missing.missing in ('M', 'A') and mis_start_text is null
