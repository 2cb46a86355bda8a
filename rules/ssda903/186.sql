/* rule
code: "186"
says: Children aged 4 or over at the start of the year and children aged under 17 at the end of the year and who have been looked after for at least 12 months continuously should have a Strengths and Difficulties (SDQ) score completed.
fields: [SDQ_SCORE]
tables: [Episodes, OC2]
years: 2022-23 on
due: year end
note: A reason why there is no score stands for one.
*/
select o.id, w.whole_year and age_on(o.dob, year_start()) >= 4 and age_on(o.dob, year_end()) < 17 as fault
from oc2 o join whole_year w using (child)
where o.sdq_score_text is null and o.sdq_reason_text is null
