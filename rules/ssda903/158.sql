/* rule
code: "158"
says: If a child has been recorded as receiving an intervention for their substance misuse problem, then the additional item on whether an intervention was offered should be left blank.
fields: [INTERVENTION_RECEIVED, INTERVENTION_OFFERED]
tables: [OC2]
years: 2022-23 on
*/
select id, true as fault
from oc2
where intervention_received = '1' and intervention_offered_text is not null
