/* rule
code: "571"
says: The date that the child ceased to be missing or away from placement without authorisation is before the start or after the end of the collection year.
fields: [MIS_END]
tables: [Missing]
years: 2022-23 on
*/
select id, not in_year(mis_end) as fault
from missing
where mis_end_text is not null
