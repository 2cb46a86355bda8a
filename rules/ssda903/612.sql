/* rule
code: "612"
says: Date of birth field has been completed but mother field indicates child is not a mother.
fields: [SEX, MOTHER, MC_DOB]
tables: [Header]
years: 2022-23 on
forms: [{from: 2024-25, what: a girl is F in SEX where she was 2}]
note: A blank MOTHER does not say that she is one. Asked of girls only.
*/
select id, true as fault
from header
where mc_dob_text is not null and coalesce(mother, '0') <> '1'
  and girl(sex)
