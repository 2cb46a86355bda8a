/* rule
code: "567"
says: The date that the missing episode or episode that the child was away from placement without authorisation ended is before the date that it started.
fields: [MIS_START, MIS_END]
tables: [Missing]
years: 2022-23 on
*/
select id, mis_end < mis_start as fault
from missing
where mis_end_text is not null
