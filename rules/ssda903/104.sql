/* rule
code: "104"
says: Date for Unaccompanied Asylum-Seeking Children (UASC) status ceased is not a valid date.
fields: [DUC]
tables: [UASC]
years: 2022-23 on
note: "A day before the year is no valid day either: a child whose status ceased then is in no UASC table of this year."
*/
select id, not_a_day(duc, duc_text) or duc < year_start() as fault
from uasc
where duc_text is not null
