/* rule
code: "193"
says: Child not identified as having a substance misuse problem but at least one of the two additional items on whether an intervention were offered and received have been completed.
fields: [SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED]
tables: [OC2]
years: 2022-23 on
*/
select id, true as fault
from oc2
where coalesce(substance_misuse, '0') = '0' and (intervention_received is not null or intervention_offered is not null)
