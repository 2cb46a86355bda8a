/* rule
code: "547"
says: Any child who has health promotion information completed must also have immunisation, teeth check, health assessment and substance misuse problem identified fields completed.
fields: [HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE]
tables: [OC2]
years: 2022-23 on
note: Completed is read as 1, and a 0 is left alone, as the open validator does.
*/
select id, true as fault
from oc2
where health_check = '1' and (immunisations is null or teeth_check is null or health_assessment is null or substance_misuse is null)
