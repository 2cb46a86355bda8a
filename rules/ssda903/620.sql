/* rule
code: "620"
says: Child has been recorded as a mother, but date of birth shows that the mother is under 11 years of age.
fields: [DOB, MOTHER]
tables: [Header]
years: 2022-23 on
note: Her age is that on 1 April at the start of the year.
*/
select id, birthday(dob, 11) > year_start() as fault
from header
where mother = '1'
