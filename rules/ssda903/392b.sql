/* rule
code: 392b
says: Child is looked after but no postcodes are recorded.
fields: [HOME_POST, PL_POST]
tables: [Episodes]
uses: [Header, UASC]
uses_last: [Header, UASC]
years: 2022-23 on
note: Either postcode. Short breaks are left out, and children who are or were unaccompanied asylum-seeking children in this year's return or last year's; one who was earlier is found all the same.
*/
with asylum as (
  select child from header where uasc = '1' union all select child from header_last where uasc = '1'
  union all select child from uasc where coalesce(sex_text, dob_text, duc_text) is not null
  union all select child from uasc_last where coalesce(sex_text, dob_text, duc_text) is not null)
select id, true as fault
from episodes e
where (home_post is null or pl_post is null) and not short_break(ls) and not exists (select 1 from asylum a where a.child = e.child)
