/* rule
code: "EPI"
says: "WARNING: Episodes need to be loaded for this child before further validation is possible"
fields: [CHILD]
tables: [Header, Episodes]
uses: [OC3]
years: 2022-23 on
note: A care leaver in OC3 needs no episode.
*/
select id, true as fault
from header anti join episodes using (child) anti join oc3 using (child)
where child is not null
