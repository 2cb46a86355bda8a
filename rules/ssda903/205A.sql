/* rule
code: "205A"
says: Child identified as UASC last year is no longer UASC this year, but date UASC ceased in both years does not support this.
fields: [CHILD]
tables: [Header, UASC]
last: [UASC]
uses_last: [Header]
years: 2022-23 on
note: The dates support it where the status ceased within last year, by last year's date, and no date is given this year. Whether a child was UASC stands in the header (a CSV file's from the UASC table); a child without one last year was if a date UASC ceased is there. A child who has left the UASC table is judged too.
*/
with last_year as (
  select child, bool_or(uasc = '1') as was_uasc from header_last group by child
  union all
  select child, bool_or(duc_text is not null) from uasc_last anti join header_last using (child) group by child
),
ceased as (
  select child, bool_or(case when duc_text is null then false else duc >= year_start() - interval 1 year and duc < year_start() end) as in_last_year
  from uasc_last group by child
),
again as (select distinct child from uasc where duc_text is not null),
judged as (
  select h.child, case when again.child is not null or ceased.child is null then true else not ceased.in_last_year end as fault
  from header h join last_year using (child) left join ceased using (child) left join again using (child)
  where last_year.was_uasc and h.uasc is distinct from '1'
)
select id, fault from header join judged using (child)
union all
select id, fault from uasc join judged using (child)
