/* rule
code: "444"
says: Duplicate UPN has been reported
fields: [UPN]
tables: [Header]
years: 2025-26 on
*/
select id, true as fault
from header
where not regexp_matches(upn, '^UN[1-5]$')
qualify count(*) over (partition by upn) > 1
