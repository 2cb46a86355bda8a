/* rule
code: "NoE"
says: This child has no episodes loaded for previous year even though child started to be looked after before this current year.
fields: [DECOM]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
*/
select id, decom < year_start() as fault
from episodes anti join episodes_last using (child)
where child is not null
