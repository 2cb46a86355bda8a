/* rule
code: "347"
says: Care leavers aged under 18 years, can not be accommodated in a Foyer.
fields: [ACCOM, DOB]
tables: [OC3]
years: 2023-24 on
note: A foyer is T1 or T2 (T, which the open validator asks for, is no code of the return). Under 18 is so on 1 April at the start of the year.
*/
select id, birthday(dob, 18) > year_start() as fault
from oc3
where accom in ('T', 'T1', 'T2')
