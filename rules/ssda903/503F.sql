/* rule
code: "503F"
says: The Ofsted URN in the first episode does not match open episode at end of last year.
fields: [URN]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
note: The last episode of last year is the one that began last, if it is open. An episode whose start cannot be read may be the first, or the last, so that no one can tell.
*/
select id, case when unsure then null else true end as fault
from carried_over
where urn is distinct from last.urn
