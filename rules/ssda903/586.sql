/* rule
code: "586"
says: Dates of missing periods are before child's date of birth.
fields: [MIS_START]
tables: [Missing]
years: 2022-23 on
*/
select id, mis_start < dob as fault
from missing
where mis_start_text is not null
