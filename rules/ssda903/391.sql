/* rule
code: "391"
says: Young person was not 17, 18, 19, 20 or 21 during the current collection year.
fields: [DOB, IN_TOUCH, ACTIV, ACCOM]
tables: [OC3]
years: 2022-23 on
note: Finds those who did not become 17 by the end of the year. Those of 22 to 25 may be returned at their latest contact.
*/
select id, birthday(dob, 17) > year_end() as fault
from oc3
where in_touch is not null or activ is not null or accom is not null
