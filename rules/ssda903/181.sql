/* rule
code: "181"
says: Data items relating to children looked after continuously for 12 months should be completed with a 0 or 1.
fields: [CONVICTED, HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED]
tables: [OC2]
years: 2022-23 on
*/
select id, true as fault
from oc2
where convicted not in ('0', '1')
  or health_check not in ('0', '1')
  or immunisations not in ('0', '1')
  or teeth_check not in ('0', '1')
  or health_assessment not in ('0', '1')
  or substance_misuse not in ('0', '1')
  or intervention_received not in ('0', '1')
  or intervention_offered not in ('0', '1')
