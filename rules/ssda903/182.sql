/* rule
code: "182"
says: Data entries on immunisations, teeth checks, health assessments and substance misuse problem identified should be completed or all OC2 fields should be left blank.
fields: [IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, CONVICTED, HEALTH_CHECK, INTERVENTION_RECEIVED, INTERVENTION_OFFERED]
tables: [OC2]
years: 2022-23 on
note: Four that are filled in part are not left blank, so that they are found also where nothing else is filled; the open validator finds them only where one of the other four items is.
*/
select id, true as fault
from oc2
where (immunisations_text is null or teeth_check_text is null or health_assessment_text is null or substance_misuse_text is null)
  and coalesce(convicted_text, health_check_text, immunisations_text, teeth_check_text, health_assessment_text, substance_misuse_text, intervention_received_text, intervention_offered_text) is not null
