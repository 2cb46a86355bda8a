/* rule
code: "503E"
says: The placement provider in the first episode does not match open episode at end of last year.
fields: [PLACE_PROVIDER]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
*/
select id, case when unsure then null else true end as fault
from carried_over
where place_provider is distinct from last.place_provider
