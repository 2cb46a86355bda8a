/* rule
code: "503C"
says: The category of need in the first episode does not match open episode at end of last year.
fields: [CIN]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
*/
select id, case when unsure then null else true end as fault
from carried_over
where cin is distinct from last.cin
