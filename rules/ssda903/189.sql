/* rule
code: "189"
says: Child is aged 17 years or over at the beginning of the year, but an Strengths and Difficulties (SDQ) score or a reason for no Strengths and Difficulties (SDQ) score has been completed.
fields: [DOB, SDQ_SCORE, SDQ_REASON]
tables: [OC2]
years: 2022-23 on
*/
select id, age_on(dob, year_start()) >= 17 as fault
from oc2
where sdq_score_text is not null or sdq_reason_text is not null
