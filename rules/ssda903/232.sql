/* rule
code: "232"
says: Sex of the child/young person has been reported as unknown.
fields: [SEX]
tables: [Header]
years: 2024-25 on
*/
select id, true as fault
from header
where sex = 'U'
