/* rule
code: "406"
says: Child is Unaccompanied Asylum-Seeking Child (UASC) or was formerly UASC. Distance should be blank.
fields: [PL_DISTANCE]
tables: [Episodes]
uses: [Header, UASC]
uses_last: [Header, UASC]
years: 2022-23 on
needs: [postcodes]
note: Distance is worked out from the two postcodes. The child is or was one in this year's return or last year's; one who was earlier is not found.
*/
with asylum as (
  select child from header where uasc = '1' union all select child from header_last where uasc = '1'
  union all select child from uasc where coalesce(sex_text, dob_text, duc_text) is not null
  union all select child from uasc_last where coalesce(sex_text, dob_text, duc_text) is not null)
select id, true as fault
from episodes e
where (pl_distance is not null or pl_distance_text is not null) and exists (select 1 from asylum a where a.child = e.child)
