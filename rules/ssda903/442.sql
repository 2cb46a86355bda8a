/* rule
code: "442"
says: Unique Pupil Number (UPN) field is not completed.
fields: [UPN]
tables: [Episodes, Header]
years: 2022-23 on
*/
select id, true as fault
from header
where upn is null and child in (select child from episodes where child is not null and not short_break(ls))
