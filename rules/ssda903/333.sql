/* rule
code: "333"
says: Date should be placed for adoption must be on or prior to the date of matching child with adopter(s).
fields: [DATE_INT]
tables: [AD1]
years: 2022-23 on
note: Where there is a date of matching, a blank date of the decision is a fault too.
*/
select id, case when date_int_text is null then true else date_int > date_match end as fault
from ad1
where date_match_text is not null
