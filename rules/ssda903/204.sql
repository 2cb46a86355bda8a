/* rule
code: "204"
says: Ethnic origin code disagrees with the ethnic origin already recorded for this child.
fields: [ETHNIC]
tables: [Header]
last: [Header]
years: 2022-23 on
note: A change from not yet obtained (NOBT) or refused (REFU) is a disagreement too, as is a blank beside a code.
*/
select h.id, true as fault
from header h join header_last l using (child)
where h.ethnic is distinct from l.ethnic
