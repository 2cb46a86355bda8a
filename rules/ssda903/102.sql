/* rule
code: "102"
says: Date of birth is not a valid date.
fields: [DOB]
tables: [Header]
years: 2022-23 on
*/
select id, true as fault
from header
where dob_text is null or not_a_day(dob, dob_text)
