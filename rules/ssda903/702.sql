/* rule
code: "702"
says: The date that the DoLO ended is before the date that it started.
fields: [DOLO_START, DOLO_END]
tables: [DoLo]
years: 2026-27 on
note: An order that ends on the day on which it starts is found too.
*/
select id, dolo_end <= dolo_start as fault
from dolo
where dolo_end_text is not null
