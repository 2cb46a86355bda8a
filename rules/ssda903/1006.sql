/* rule
code: "1006"
says: Missing type invalid.
fields: [MISSING]
tables: [Missing]
years: 2022-23 on
note: A blank type is not a wrong one, and is for the rule on types that are not given. Small letters are read as capitals.
*/
select id, true as fault
from missing
where missing not in (select code from code_list where tbl = 'missing' and col = 'missing')
