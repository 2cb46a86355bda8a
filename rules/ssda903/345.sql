/* rule
code: "345"
says: The data collection record shows the local authority is in touch with this young person, but activity and/or accommodation data items are zero.
fields: [IN_TOUCH, ACTIV, ACCOM]
tables: [OC3]
years: 2022-23 on
*/
select id, true as fault
from oc3
where in_touch = 'YES' and (activ = '0' or accom = '0')
