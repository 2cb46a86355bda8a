/* rule
code: "454"
says: Placement distance from home is over 350 miles.
fields: [PL_POST]
tables: [Episodes]
uses: [Header, UASC]
uses_last: [Header, UASC]
years: 2025-26 on
needs: [postcodes]
note: 999.9 stands for a distance that is not known. No distance is returned for a child who is, or was, an unaccompanied asylum-seeking child; one who was so before last year cannot be told.
*/
with asylum as (select child from uasc_status where ever)
select id, pl_distance > 350 and pl_distance <> 999.9 as fault
from episodes anti join asylum using (child)
where pl_distance is not null or (home_post is not null and pl_post is not null)
