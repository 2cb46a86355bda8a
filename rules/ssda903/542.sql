/* rule
code: "542"
says: A child aged under 10 at 31 March should not have conviction information completed.
fields: [CONVICTED]
tables: [OC2]
years: 2022-23 on
*/
select id, age_on(dob, year_end()) < 10 as fault
from oc2
where convicted is not null
