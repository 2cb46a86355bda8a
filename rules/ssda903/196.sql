/* rule
code: "196"
says: Strengths and Difficulties (SDQ) reason is not a valid code.
fields: [SDQ_REASON]
tables: [OC2]
years: 2022-23 on
note: A blank is no code at fault, and a code in small letters is read in capitals, as in every other rule.
*/
select id, true as fault
from oc2
where sdq_reason is not null and sdq_reason not in (select code from code_list where tbl = 'oc2' and col = 'sdq_reason')
