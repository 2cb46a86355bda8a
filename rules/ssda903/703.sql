/* rule
code: "703"
says: The date that the DoLO started is after the end of the collection year.
fields: [DOLO_START]
tables: [DoLo]
years: 2026-27 on
*/
select id, dolo_start > year_end() as fault
from dolo
where dolo_start_text is not null
