/* rule
code: "INT01"
says: "Data Integrity Check: Child in AD1 does not exist in Header."
fields: [CHILD]
tables: [Header, AD1]
years: 2022-23 on
*/
select id, true as fault
from ad1 anti join header using (child)
where child is not null
