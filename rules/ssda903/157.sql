/* rule
code: "157"
says: Child is aged 4 years or over at the beginning of the year or 16 years or under at the end of the year and Strengths and Difficulties Questionnaire (SDQ) 1 has been recorded as the reason for no Strengths and Difficulties Questionnaire (SDQ) score.
fields: [SDQ_REASON, DOB]
tables: [OC2, Episodes]
years: 2022-23 on
due: year end
note: Both ages must hold, and the child must have been looked after all year. An age is in whole years, so that a child is 16 until they are 17, as in rule 186; the open validator asks nothing of those past their sixteenth birthday.
*/
select o.id, w.whole_year and age_on(o.dob, year_start()) >= 4 and age_on(o.dob, year_end()) <= 16 as fault
from oc2 o join whole_year w using (child)
where o.sdq_reason = 'SDQ1' and o.sdq_score_text is null
