/* rule
code: "132"
says: Data entry for activity after leaving care is invalid.
fields: [ACTIV]
tables: [OC3]
years: 2022-23 on
*/
select id, true as fault
from oc3
where activ is null or activ_text <> upper(activ_text) or activ not in (select code from code_list where tbl = 'oc3' and col = 'activ')
