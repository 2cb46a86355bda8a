/* rule
code: "112"
says: Date should be placed for adoption is not a valid date.
fields: [DATE_INT]
tables: [AD1]
years: 2022-23 on
*/
select id, true as fault
from ad1
where not_a_day(date_int, date_int_text)
