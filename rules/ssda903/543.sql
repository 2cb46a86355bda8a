/* rule
code: "543"
says: Child is aged 10 or over at 31 March and has been looked after continuously for 12 months yet conviction information has not been completed.
fields: [DOB, CONVICTED]
tables: [Episodes, OC2]
years: 2022-23 on
due: year end
*/
select oc2.id, w.whole_year and age_on(dob, year_end()) >= 10 as fault
from oc2 join whole_year w using (child)
where convicted is null
