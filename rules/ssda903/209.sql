/* rule
code: "209"
says: Child looked after is of school age and should not have an unknown Unique Pupil Number (UPN) code of UN1.
fields: [UPN, DOB]
tables: [Header]
years: 2022-23 on
note: Of school age is 4 by 31 August of the year before the collection began (for 2025-26, 31 August 2024).
*/
select id, birthday(dob, 4) <= make_date(year(year_start()) - 1, 8, 31) as fault
from header
where upn = 'UN1'
