/* rule
code: "565"
says: The date that the child started to be missing or away from placement without authorisation has been completed but whether the child was missing or away from placement without authorisation has not been completed.
fields: [MISSING, MIS_START]
tables: [Missing]
years: 2022-23 on
*/
select id, true as fault
from missing
where missing.missing is null and mis_start_text is not null
