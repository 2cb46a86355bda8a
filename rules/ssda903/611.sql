/* rule
code: "611"
says: Date of birth field is blank, but child is a mother.
fields: [MOTHER, MC_DOB]
tables: [Header]
years: 2022-23 on
*/
select id, true as fault
from header
where mother = '1' and mc_dob_text is null
