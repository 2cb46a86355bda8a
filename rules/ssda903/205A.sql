/* rule
code: "205A"
says: Child identified as UASC last year is no longer UASC this year, but date UASC ceased in both years does not support this.
fields: [UASC]
tables: [Header, UASC]
last: [UASC]
uses_last: [Header]
years: 2022-23 on
note: The dates support it where the status ceased within last year, by last year's date, and no date is given this year. Whether a child was UASC stands in the header (a CSV file's from the UASC table); a child without one last year was if a date UASC ceased is there. A child who has left the UASC table is judged too.
*/
with ceased as (
  select child, bool_or(case when duc_text is null then false else duc >= year_start() - interval 1 year and duc < year_start() end) as in_last_year
  from uasc_last group by child
),
again as (select child from uasc where duc_text is not null),
judged as (
  select child, case when child in (from again) or ceased.child is null then true else not in_last_year end as fault
  from uasc_status left join ceased using (child) semi join header using (child)
  where last_year and this_year is not true
)
select id, fault from header join judged using (child)
union all
select id, fault from uasc join judged using (child)
