/* rule
code: "546"
says: Children aged 5 or over at 31 March should not have health promotion information completed.
fields: [DOB, HEALTH_CHECK]
tables: [Episodes, OC2]
years: 2022-23 on
due: year end
note: It is asked of children looked after all year, for whom the table is; of others other rules ask why they are in it.
*/
select oc2.id, w.whole_year and age_on(dob, year_end()) >= 5 as fault
from oc2 join whole_year w using (child)
where health_check is not null
