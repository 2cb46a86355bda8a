/* rule
code: "203"
says: Date of birth disagrees with the date of birth already recorded for this child.
fields: [DOB]
tables: [Header]
last: [Header]
years: 2022-23 on
note: A cell that is no day agrees only with the same cell, and a blank with a blank.
*/
select h.id, true as fault
from header h join header_last l using (child)
where coalesce(h.dob::varchar, h.dob_text) is distinct from coalesce(l.dob::varchar, l.dob_text)
