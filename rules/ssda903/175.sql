/* rule
code: "175"
says: The number of adopter(s) code is not a valid code.
fields: [NB_ADOPTR]
tables: [AD1]
years: 2022-23 on
*/
select id, true as fault
from ad1
where nb_adoptr_text is not null and nb_adoptr not in (select code from code_list where tbl = 'ad1' and col = 'nb_adoptr')
