/* rule
code: "171"
says: Date of birth of mother's child is not a valid date.
fields: [MC_DOB]
tables: [Header]
years: 2022-23 on
*/
select id, true as fault
from header
where not_a_day(mc_dob, mc_dob_text)
