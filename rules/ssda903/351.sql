/* rule
code: "351"
says: Child was over 25 at the start of the current collection year.
fields: [DOB]
tables: [Header]
years: 2022-23 on
note: Over 25 is from the day after the 25th birthday.
*/
select id, birthday(dob, 25) < year_start() as fault
from header
