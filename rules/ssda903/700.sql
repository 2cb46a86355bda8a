/* rule
code: "700"
says: The start date of the DoLO is not a valid date.
fields: [DOLO_START]
tables: [DoLo]
years: 2026-27 on
note: A blank is no valid date.
*/
select id, true as fault
from dolo
where dolo_start_text is null or not_a_day(dolo_start, dolo_start_text)
