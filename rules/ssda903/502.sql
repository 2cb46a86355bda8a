/* rule
code: "502"
says: Last year's record ended with an open episode. The date on which that episode started does not match the start date of the first episode on this year's record.
fields: [DECOM]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
*/
select id, case when unsure then null else true end as fault
from carried_over
where decom is distinct from last.decom
