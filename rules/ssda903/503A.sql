/* rule
code: "503A"
says: The reason for new episode in the first episode does not match open episode at end of last year.
fields: [RNE]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
*/
select id, case when unsure then null else true end as fault
from carried_over
where rne is distinct from last.rne
