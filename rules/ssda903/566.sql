/* rule
code: "566"
says: The date that the child's episode of being missing or away from placement without authorisation ended has been completed but whether the child was missing or away without authorisation has not been completed.
fields: [MISSING, MIS_END]
tables: [Missing]
years: 2022-23 on
*/
select id, true as fault
from missing
where missing.missing is null and mis_end_text is not null
