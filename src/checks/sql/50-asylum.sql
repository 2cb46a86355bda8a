-- Unaccompanied asylum-seeking children. The header says who is one (that of a CSV return says it by the UASC table); of a child
-- without a header, a date on which the status ceased does. `ever`: so this year or last, or with anything in either UASC table.
create or replace temp table uasc_status as
with said as (
  select child, uasc = '1' as this_year, null as last_year, uasc = '1' as ever from header
  union all
  select child, null, uasc = '1', uasc = '1' from header_last
  union all
  select child, duc_text is not null and child not in (select child from header where child is not null), null,
    coalesce(sex_text, dob_text, duc_text) is not null
  from uasc
  union all
  select child, null, duc_text is not null and child not in (select child from header_last where child is not null),
    coalesce(sex_text, dob_text, duc_text) is not null
  from uasc_last
)
select child, bool_or(this_year) as this_year, bool_or(last_year) as last_year, coalesce(bool_or(ever), false) as ever
from said
where child is not null
group by child;
