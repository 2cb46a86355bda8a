/* rule
code: "304"
says: Date unaccompanied asylum-seeking child (UASC) status ceased must be on or before the 18th birthday of a child.
fields: [DUC]
tables: [UASC]
years: 2022-23 on
*/
select id, duc > birthday(dob, 18) as fault
from uasc
where duc_text is not null
