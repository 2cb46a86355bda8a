/* rule
code: "205B"
says: Child previously identified as UASC is also UASC this year, but date UASC ceased in both years does not support this.
fields: [DUC, UASC]
tables: [UASC]
last: [UASC]
uses: [Header]
uses_last: [Header]
years: 2022-23 on
note: The dates support it where last year's was blank or the 18th birthday (either is given while the status lasts) and this year's is blank, within the year or the same birthday. Whether a child was UASC stands in the header (a CSV file's from the UASC table); a child without one was if a date UASC ceased is there.
*/
with judged as (
  select child,
    not case when l.duc_text is null then true else l.duc = birthday(coalesce(l.dob, u.dob), 18) end
    or not case when u.duc_text is null then true else in_year(u.duc) or u.duc = l.duc end as fault
  from uasc_status left join uasc u using (child) left join uasc_last l using (child)
  where this_year and last_year
)
select id, fault from header join judged using (child)
union all
select id, fault from uasc join judged using (child)
