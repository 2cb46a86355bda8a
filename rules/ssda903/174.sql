/* rule
code: "174"
says: Mother's child date of birth is recorded but sex shows that the child is a male.
said: [{until: 2023-24, says: "Mother's child date of birth is recorded but gender shows that the child is a male."}]
fields: [SEX, MC_DOB]
tables: [Header]
years: 2022-23 on
forms:
  - {from: 2024-25, what: "male is M, and was 1"}
*/
select id, true as fault
from header
where sex = case when collection_year() >= 2025 then 'M' else '1' end and mc_dob_text is not null
