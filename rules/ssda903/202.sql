/* rule
code: "202"
says: The gender code conflicts with the gender already recorded for this child.
fields: [SEX]
tables: [Header]
last: [Header]
years: 2022-23 on
note: The codes 1 and 2 became M and F in 2024-25, and are the same here, so that the year of the change is not all in conflict. A blank beside a code is a conflict.
*/
with said as (select id, child, case sex when '1' then 'M' when '2' then 'F' else sex end as sex from header),
said_last as (select child, case sex when '1' then 'M' when '2' then 'F' else sex end as sex from header_last)
select said.id, true as fault
from said join said_last using (child)
where said.sex is distinct from said_last.sex
