/* rule
code: "103"
says: The ethnicity code is either not valid or has not been entered.
fields: [ETHNIC]
tables: [Header]
years: 2022-23 on
*/
select id, true as fault
from header
where ethnic_text is null or ethnic_text not in (select code from code_list where tbl = 'header' and col = 'ethnic')
