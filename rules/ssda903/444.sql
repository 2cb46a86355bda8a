/* rule
code: "444"
says: Duplicate UPN has been reported
fields: [UPN]
tables: [Header]
years: 2025-26 on
note: A child who stands in Header twice is rule INT32.
*/
select id, true as fault
from header
where not regexp_full_match(upn, 'UN[1-5]')
window of_upn as (partition by upn)
qualify count(*) over of_upn > 1 and count(distinct child) over of_upn <> 1
