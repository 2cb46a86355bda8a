/* rule
code: "570"
says: The date that the child started to be missing or away from placement without authorisation is after the end of the collection year.
fields: [MIS_START]
tables: [Missing]
years: 2022-23 on
*/
select id, mis_start > year_end() as fault
from missing
where mis_start_text is not null
