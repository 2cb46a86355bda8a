/* rule
code: "1002"
says: This child has no previous episodes of care, therefore should not have care leaver information recorded.
fields: [IN_TOUCH, ACTIV, ACCOM]
tables: [Episodes, OC3]
last: [Episodes]
years: 2022-23 on
note: Only this year's and last year's episodes are read. A young person whose 16th birthday was before last year may have been looked after before it and cannot be judged; the open validator finds all of them. Where no date of birth is given there is nothing to say so, and the child is found.
*/
with looked_after as (
  select child from episodes where child is not null union all select child from episodes_last where child is not null
)
select id, case
    when dob is null then case when dob_text is null then true end
    when birthday(dob, 16) >= year_start() - interval 1 year then true end as fault,
  case when dob is not null then 'returns of earlier years would be needed' end as why
from oc3
where child not in (select child from looked_after)
