/* rule
code: "190"
says: Child has not been looked after continuously for at least 12 months at 31 March but one or more data items relating to children looked after for 12 months have been completed.
fields: [CONVICTED, HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED]
tables: [OC2, Episodes]
years: 2022-23 on
due: year end
*/
select o.id, case when w.child is null then true else not w.whole_year end as fault
from oc2 o
left join whole_year w on w.child = o.child
where o.child is not null
  and coalesce(o.convicted_text, o.health_check_text, o.immunisations_text, o.teeth_check_text, o.health_assessment_text, o.substance_misuse_text, o.intervention_received_text, o.intervention_offered_text) is not null
