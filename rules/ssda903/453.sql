/* rule
code: "453"
says: Contradiction between placement distance in the last episode of the previous year and in the first episode of the current year.
fields: [PL_POST]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
needs: [postcodes]
note: Asked where the episode began for the same reason in both years; two that are blank are not the same.
*/
select id, case when unsure then null else true end as fault
from carried_over
where rne = last.rne and pl_distance is distinct from last.pl_distance
