/* rule
code: 392a
says: Child is looked after but no distance is recorded.
fields: [PL_DISTANCE]
tables: [Episodes]
uses: [Header, UASC]
uses_last: [Header, UASC]
years: 2022-23 on
needs: [postcodes]
note: Distance is worked out from the two postcodes. Short breaks are left out, and children who are or were unaccompanied asylum-seeking children in this year's return or last year's; one who was earlier is found all the same.
*/
with asylum as (
  select child from header where uasc = '1' union all select child from header_last where uasc = '1'
  union all select child from uasc where coalesce(sex_text, dob_text, duc_text) is not null
  union all select child from uasc_last where coalesce(sex_text, dob_text, duc_text) is not null)
select id, true as fault
from episodes e
where pl_distance is null and pl_distance_text is null and not short_break(ls) and not exists (select 1 from asylum a where a.child = e.child)
