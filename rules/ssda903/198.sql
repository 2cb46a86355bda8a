/* rule
code: "198"
says: Child has not been looked after continuously for at least 12 months at 31 March but a reason for no Strengths and Difficulties (SDQ) score has been completed.
fields: [SDQ_REASON]
tables: [OC2, Episodes]
years: 2022-23 on
due: year end
*/
select o.id, not w.whole_year as fault
from oc2 o join whole_year w using (child)
where o.sdq_reason is not null
