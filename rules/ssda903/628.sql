/* rule
code: "628"
says: Motherhood details are not required for care leavers who have not been looked after during the year.
fields: [MOTHER, MC_DOB]
tables: [Episodes, Header, OC3]
years: 2022-23 on
note: A care leaver is a child with anything in IN_TOUCH, ACTIV or ACCOM. MOTHER of 0 is a detail as well, and so is MC_DOB, which the open validator passes over.
*/
select id, true as fault
from header
where coalesce(mother, mc_dob_text) is not null
  and child in (select child from oc3 where coalesce(in_touch, activ, accom) is not null)
  and child not in (select child from episodes where child is not null)
