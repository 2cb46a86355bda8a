/* rule
code: "180"
says: Data entry for the strengths and difficulties questionnaire (SDQ) score is invalid.
fields: [SDQ_SCORE]
tables: [OC2]
years: 2022-23 on
*/
select id, true as fault
from oc2
where sdq_score_text is not null and (sdq_score is null or sdq_score > 40)
