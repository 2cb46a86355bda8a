/* rule
code: "344"
says: The record shows the young person has died or returned home to live with parent(s) or someone with parental responsibility for a continuous period of 6 months or more, but activity and/or accommodation on leaving care have been completed.
fields: [IN_TOUCH, ACTIV, ACCOM]
tables: [OC3]
years: 2022-23 on
note: Both must be 0; a blank is not 0.
*/
select id, true as fault
from oc3
where in_touch in ('DIED', 'RHOM') and (activ is distinct from '0' or accom is distinct from '0')
