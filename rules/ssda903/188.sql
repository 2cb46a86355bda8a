/* rule
code: "188"
says: Child is aged under 4 years at the end of the year, but a Strengths and Difficulties (SDQ) score or a reason for no SDQ score has been completed.
fields: [SDQ_SCORE, SDQ_REASON]
tables: [OC2]
years: 2022-23 on
*/
select id, age_on(dob, year_end()) < 4 as fault
from oc2
where sdq_score_text is not null or sdq_reason_text is not null
