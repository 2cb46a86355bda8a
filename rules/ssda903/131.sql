/* rule
code: "131"
says: Data entry for being in touch after leaving care is invalid.
fields: [IN_TOUCH]
tables: [OC3]
years: 2022-23 on
*/
select id, true as fault
from oc3
where in_touch_text is null or in_touch_text not in (select code from code_list where tbl = 'oc3' and col = 'in_touch')
