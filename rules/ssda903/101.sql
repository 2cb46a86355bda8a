/* rule
code: "101"
says: The child or young person's reported sex is not valid.
said: [{until: 2023-24, says: "Gender code is not valid."}]
fields: [SEX]
tables: [Header]
years: 2022-23 on
forms:
  - {from: 2024-25, what: "M, F and U in place of 1 and 2"}
*/
select id, true as fault
from header
where sex is null or sex_text <> upper(sex_text) or sex not in (select code from code_list where tbl = 'header' and col = 'sex')
