/* rule
code: "205C"
says: Child not identified as UASC either this year or last year but date UASC ceased has been provided.
fields: [DUC, UASC]
tables: [UASC]
last: [UASC]
uses: [Header]
uses_last: [Header]
years: 2022-23 on
note: In a CSV return a child is UASC by being in the UASC table, so that it can come up only in XML, whose header says so itself. A child who was not in last year's return was not UASC then.
*/
with dated as (select child from uasc where duc_text is not null union all select child from uasc_last where duc_text is not null),
neither as (
  select child from uasc_status semi join dated using (child) where this_year is false and last_year is not true
)
select id, true as fault from header semi join neither using (child)
union all
select id, true from uasc semi join neither using (child)
