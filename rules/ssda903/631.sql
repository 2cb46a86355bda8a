/* rule
code: "631"
says: Previous permanence option not a valid value.
fields: [PREV_PERM]
tables: [PrevPerm]
years: 2022-23 on
*/
select id, true as fault
from prev_perm
where prev_perm_text not in (select code from code_list where tbl = 'prev_perm' and col = 'prev_perm')
