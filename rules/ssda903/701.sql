/* rule
code: "701"
says: The end date of the DoLO is not a valid date.
fields: [DOLO_END]
tables: [DoLo]
years: 2026-27 on
*/
select id, true as fault
from dolo
where not_a_day(dolo_end, dolo_end_text)
