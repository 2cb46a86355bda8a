/* rule
code: "185"
says: Child has not been looked after continuously for at least 12 months at 31 March but a Strengths and Difficulties (SDQ) score has been completed.
fields: [SDQ_SCORE]
tables: [Episodes, OC2]
years: 2022-23 on
due: year end
*/
select o.id, not w.whole_year as fault
from oc2 o join whole_year w using (child)
where o.sdq_score_text is not null
