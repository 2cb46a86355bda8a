/* rule
code: "708"
says: Dates of DoLOs are before child's date of birth.
fields: [DOLO_START]
tables: [DoLo]
years: 2026-27 on
note: An order that starts on the day of birth is found too.
*/
select id, dolo_start <= dob as fault
from dolo
where dolo_start_text is not null
