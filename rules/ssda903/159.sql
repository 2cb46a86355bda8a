/* rule
code: "159"
says: If a child has been recorded as not receiving an intervention for their substance misuse problem, then the additional item on whether an intervention was offered should be completed as well.
fields: [SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED]
tables: [OC2]
years: 2022-23 on
*/
select id, true as fault
from oc2
where substance_misuse = '1' and intervention_received = '0' and intervention_offered_text is null
