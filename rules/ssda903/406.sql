/* rule
code: "406"
says: Child is Unaccompanied Asylum-Seeking Child (UASC) or was formerly UASC. Distance should be blank.
fields: [HOME_POST, PL_POST]
tables: [Episodes]
uses: [Header, UASC]
uses_last: [Header, UASC]
years: 2022-23 on
needs: [postcodes]
note: Distance is worked out from the two postcodes. The child is or was one in this year's return or last year's; one who was earlier is not found.
*/
with asylum as (select child from uasc_status where ever)
select id, true as fault
from episodes semi join asylum using (child)
where pl_distance_text is not null or pl_distance is not null
