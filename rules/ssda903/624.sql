/* rule
code: "624"
says: Date of birth of the first child contradicts the date of birth of the first child previously recorded.
fields: [MC_DOB]
tables: [Header]
last: [Header]
uses: [Episodes, OC3]
years: 2022-23 on
note: A blank this year contradicts a date that was recorded last year, but not of a care leaver without episodes, of whom nothing about motherhood is wanted (rule 628); the open validator finds those too.
*/
select h.id, case when h.mc_dob_text is null then true else h.mc_dob <> l.mc_dob end as fault
from header h join header_last l using (child)
where l.mc_dob_text is not null
  and not (h.mc_dob_text is null and h.child in (select child from oc3) and h.child not in (select child from episodes where child is not null))
