/* rule
code: "205D"
says: Child identified as UASC this year but not identified as UASC status provided for the child last year.
fields: [CHILD]
tables: [UASC]
uses: [Header]
last: [UASC]
uses_last: [Header]
years: 2022-23 on
note: A child who was in last year's return and was not UASC then. Whether a child was UASC stands in the header (a CSV file's from the UASC table); a child without one was if a date UASC ceased is there.
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
newly as (select child from this_year join last_year using (child) where is_uasc and not coalesce(was_uasc, false))
select id, true as fault from header where child in (select child from newly)
union all
select id, true as fault from uasc anti join header using (child) where child in (select child from newly)
