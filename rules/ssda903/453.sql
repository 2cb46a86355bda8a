/* rule
code: "453"
says: Contradiction between placement distance in the last episode of the previous year and in the first episode of the current year.
fields: [PL_POST]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
needs: [postcodes]
note: The last episode of last year is the one that began last, if it is open. An episode whose start cannot be read may be the first, or the last, so that no one can tell. Two reasons that are both blank are not the same.
*/
select id, case when unsure then null else true end as fault
from carried_over
where rne = last.rne and pl_distance is distinct from last.pl_distance
