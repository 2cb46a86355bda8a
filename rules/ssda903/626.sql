/* rule
code: "626"
says: Child was reported as a mother but the date of birth of the first child is before the current year which contradicts with the mother status recorded last year.
fields: [MOTHER, MC_DOB]
tables: [Header]
last: [Header]
years: 2022-23 on
note: Asked where MOTHER was 0 last year; a blank said nothing.
*/
select h.id, h.mc_dob < year_start() as fault
from header h join header_last l using (child)
where h.mother = '1' and l.mother = '0' and h.mc_dob_text is not null
