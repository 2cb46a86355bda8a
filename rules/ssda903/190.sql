/* rule
code: "190"
says: Child has not been looked after continuously for at least 12 months at 31 March but one or more data items relating to children looked after for 12 months have been completed.
fields: [CONVICTED, HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED]
tables: [OC2, Episodes]
years: 2022-23 on
due: year end
*/
select o.id, not w.whole_year as fault
from oc2 o join whole_year w using (child)
where coalesce(convicted, health_check, immunisations, teeth_check, health_assessment, substance_misuse, intervention_received, intervention_offered) is not null
