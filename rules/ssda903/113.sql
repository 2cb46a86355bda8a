/* rule
code: "113"
says: Date matching child and adopter(s) is not a valid date.
fields: [DATE_MATCH]
tables: [AD1]
years: 2022-23 on
*/
select id, true as fault
from ad1
where not_a_day(date_match, date_match_text)
