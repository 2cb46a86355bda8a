/* rule
code: "205C"
says: Child not identified as UASC either this year or last year but date UASC ceased has been provided.
fields: [DUC, CHILD]
tables: [UASC]
uses: [Header]
last: [UASC]
uses_last: [Header]
years: 2022-23 on
note: In a CSV return a child is UASC by being in the UASC table, so that it can come up only in XML, whose header says so itself. A child who was not in last year's return was not UASC then.
*/
with this_year as (
  select child, bool_or(uasc = '1') as is_uasc from header group by child
  union all
  select child, bool_or(duc_text is not null) from uasc anti join header using (child) group by child
),
last_year as (
  select child, bool_or(uasc = '1') as was_uasc from header_last group by child
  union all
  select child, bool_or(duc_text is not null) from uasc_last anti join header_last using (child) group by child
),
dated as (select child from uasc where duc_text is not null union select child from uasc_last where duc_text is not null),
judged as (
  select child, true as fault
  from dated join this_year using (child) left join last_year using (child)
  where not coalesce(is_uasc, false) and not coalesce(was_uasc, false)
)
select id, fault from header join judged using (child)
union all
select id, fault from uasc join judged using (child)
