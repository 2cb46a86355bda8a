/* rule
code: "177"
says: The legal status of adopter(s) code is not a valid code.
fields: [LS_ADOPTR]
tables: [AD1]
years: 2022-23 on
*/
select id, true as fault
from ad1
where ls_adoptr_text not in (select code from code_list where tbl = 'ad1' and col = 'ls_adoptr')
