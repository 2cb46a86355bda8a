/* rule
code: "114"
says: Data entry to record the status of former carer(s) of an adopted child is invalid.
fields: [FOSTER_CARE]
tables: [AD1]
years: 2022-23 on
*/
select id, true as fault
from ad1
where foster_care_text is not null and foster_care not in (select code from code_list where tbl = 'ad1' and col = 'foster_care')
