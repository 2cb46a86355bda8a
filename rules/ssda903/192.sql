/* rule
code: "192"
says: Child has been identified as having a substance misuse problem but the additional item on whether an intervention was received has been left blank.
fields: [SUBSTANCE_MISUSE, INTERVENTION_RECEIVED]
tables: [OC2]
years: 2022-23 on
*/
select id, true as fault
from oc2
where substance_misuse = '1' and intervention_received_text is null
