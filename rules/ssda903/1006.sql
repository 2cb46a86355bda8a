/* rule
code: "1006"
says: Missing type invalid.
fields: [MISSING]
tables: [Missing]
years: 2022-23 on
note: A blank is no code at fault.
*/
select id, true as fault
from missing
where missing_text not in (select code from code_list where tbl = 'missing' and col = 'missing')
