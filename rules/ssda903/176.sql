/* rule
code: "176"
says: The gender of adopter(s) at the date of adoption code is not a valid code.
fields: [SEX_ADOPTR]
tables: [AD1]
years: 2022-23 on
*/
select id, true as fault
from ad1
where sex_adoptr_text not in (select code from code_list where tbl = 'ad1' and col = 'sex_adoptr')
