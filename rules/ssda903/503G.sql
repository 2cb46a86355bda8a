/* rule
code: "503G"
says: The distance in first episode does not match open episode at end of last year.
fields: [PL_POST]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
needs: [postcodes]
*/
select id, case when unsure then null else true end as fault
from carried_over
where pl_distance is distinct from last.pl_distance
