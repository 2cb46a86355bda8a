/* rule
code: "503B"
says: The legal status in the first episode does not match open episode at end of last year.
fields: [LS]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
*/
select id, case when unsure then null else true end as fault
from carried_over
where ls is distinct from last.ls
