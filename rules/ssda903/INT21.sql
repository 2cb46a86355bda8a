/* rule
code: "INT21"
says: "Internal Check: SEX in UASC is different to SEX in Header."
fields: [SEX]
tables: [Header, UASC]
years: 2022-23 on
note: Where either is blank there is nothing to compare, and a blank is for the rules on each table.
*/
select u.id, true as fault
from uasc u join header h using (child)
where u.sex <> h.sex
