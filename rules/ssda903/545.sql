/* rule
code: "545"
says: Child is aged under 5 at 31 March and has been looked after continuously for 12 months yet health promotion information has not been completed.
fields: [DOB, HEALTH_CHECK]
tables: [Episodes, OC2]
years: 2022-23 on
due: year end
*/
select oc2.id, w.whole_year and age_on(dob, year_end()) < 5 as fault
from oc2 join whole_year w using (child)
where health_check is null
