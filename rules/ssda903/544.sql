/* rule
code: "544"
says: Any child who has conviction information completed must also have immunisation, teeth check, health assessment and substance misuse problem identified fields completed.
fields: [CONVICTED, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE]
tables: [OC2]
years: 2022-23 on
*/
select id, true as fault
from oc2
where convicted is not null and (immunisations is null or teeth_check is null or health_assessment is null or substance_misuse is null)
