/* rule
code: "197a"
says: Reason for no Strengths and Difficulties (SDQ) score is not required if Strengths and Difficulties Questionnaire score is filled in.
fields: [SDQ_SCORE, SDQ_REASON]
tables: [OC2]
years: 2022-23 on
*/
select id, true as fault
from oc2
where sdq_score_text is not null and sdq_reason is not null
