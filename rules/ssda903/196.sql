/* rule
code: "196"
says: Strengths and Difficulties (SDQ) reason is not a valid code.
fields: [SDQ_REASON]
tables: [OC2]
years: 2022-23 on
*/
select id, true as fault
from oc2
where sdq_reason_text not in (select code from code_list where tbl = 'oc2' and col = 'sdq_reason')
