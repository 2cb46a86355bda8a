/* rule
code: "503F"
says: The Ofsted URN in the first episode does not match open episode at end of last year.
fields: [URN]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
*/
select id, case when unsure then null else true end as fault
from carried_over
where urn is distinct from last.urn
