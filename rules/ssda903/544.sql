/* rule
code: "544"
says: Any child who has conviction information completed must also have immunisation, teeth check, health assessment and substance misuse problem identified fields completed.
fields: [CONVICTED, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE]
tables: [OC2]
years: 2022-23 on
note: Completed is read as 1, as in rule 547.
*/
select id, true as fault
from oc2
where convicted = '1' and (immunisations is null or teeth_check is null or health_assessment is null or substance_misuse is null)
