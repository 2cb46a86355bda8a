/* rule
code: "503J"
says: The placement location in first episode does not match open episode at end of last year.
fields: [PL_POST]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
needs: [postcodes, authority]
*/
select id, case when unsure then null else true end as fault
from carried_over
where pl_location is distinct from last.pl_location
