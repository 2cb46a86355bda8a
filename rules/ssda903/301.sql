/* rule
code: "301"
says: Date of birth falls after the year ended.
fields: [DOB]
tables: [Header]
years: 2022-23 on
*/
select id, dob > year_end() as fault
from header
