/* rule
code: "704"
says: The date that the DoLO ended is before the start or after the end of the collection year.
fields: [DOLO_END]
tables: [DoLo]
years: 2026-27 on
*/
select id, not in_year(dolo_end) as fault
from dolo
where dolo_end_text is not null
