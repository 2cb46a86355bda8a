/* rule
code: "153"
says: All data items relating to a child's activity or accommodation after leaving care must be coded or left blank.
fields: [IN_TOUCH, ACTIV, ACCOM]
tables: [OC3]
years: 2022-23 on
*/
select id, true as fault
from oc3
where coalesce(in_touch_text, activ_text, accom_text) is not null
  and (in_touch_text is null or activ_text is null or accom_text is null)
