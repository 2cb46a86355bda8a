/* rule
code: "624"
says: Date of birth of the first child contradicts the date of birth of the first child previously recorded.
fields: [MC_DOB]
tables: [Header]
last: [Header]
years: 2022-23 on
note: A blank this year contradicts a date that was recorded last year.
*/
select h.id, case when h.mc_dob_text is null then true else h.mc_dob <> l.mc_dob end as fault
from header h join header_last l using (child)
where l.mc_dob_text is not null
