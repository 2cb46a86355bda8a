/* rule
code: "205B"
says: Child previously identified as UASC is also UASC this year, but date UASC ceased in both years does not support this.
fields: [DUC, CHILD]
tables: [UASC]
uses: [Header]
last: [UASC]
uses_last: [Header]
years: 2022-23 on
note: The dates support it where last year's was the 18th birthday (the day that is given while the status lasts) and this year's is within the year or the same birthday. Whether a child was UASC stands in the header (a CSV file's from the UASC table); a child without one was if a date UASC ceased is there.
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
judged as (
  select child,
    not case when l.duc_text is null then false else l.duc = birthday(coalesce(l.dob, u.dob), 18) end
    or not case when u.duc_text is null then false else u.duc between year_start() and year_end() or u.duc = l.duc end as fault
  from this_year join last_year using (child) left join uasc u using (child) left join uasc_last l using (child)
  where is_uasc and was_uasc
)
select id, fault from header join judged using (child)
union all
select id, fault from uasc join judged using (child)
