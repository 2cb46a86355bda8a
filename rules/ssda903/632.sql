/* rule
code: "632"
says: Date of previous permanence order not a valid value.
fields: [DATE_PERM, DECOM]
tables: [Episodes, PrevPerm]
years: 2022-23 on
note: The order must have been made before the child's last start (RNE S) of this return, or before its first episode where it has no start; the open validator asks for the first episode always, and so finds a child who left care by an order and came back within the year. Of a date with zz the earliest and the latest day that it can be are taken; where only one of them is before the episode it cannot be judged, and a year of zzzz is never too late. A value that is no date is found for a child without episodes too.
*/
with written as (
  select id, child, date_perm, regexp_replace(regexp_replace(date_perm, '^(\d{4})-(\d\d)-(\d\d)', '\3/\2/\1'), '[ T].*$', '') as said
  from prev_perm where date_perm is not null
),
parts as (
  select id, child, split_part(said, '/', 1) as d, split_part(said, '/', 2) as m, split_part(said, '/', 3) as y,
    regexp_matches(said, '^(\d{1,2}|ZZ)/(\d{1,2}|ZZ)/([12]\d{3}|ZZZZ)$') as formed
  from written
),
days as (
  select id, child, y = 'ZZZZ' as any_year, d = 'ZZ' as any_day, formed,
    try_strptime(replace(d, 'ZZ', '01') || '/' || replace(m, 'ZZ', '01') || '/' || replace(y, 'ZZZZ', '2000'), '%d/%m/%Y')::date as earliest,
    try_strptime(replace(d, 'ZZ', '01') || '/' || replace(m, 'ZZ', '12') || '/' || replace(y, 'ZZZZ', '2000'), '%d/%m/%Y')::date as latest
  from parts
),
firsts as (
  select child, min(decom) as decom, case when starts then max(decom) filter (rne = 'S') else min(decom) end as began,
    bool_or(rne = 'S' and decom is null) as may_be_later, not starts and bool_or(decom is null) as may_be_earlier
  from (select child, decom, rne, coalesce(bool_or(rne = 'S') over (partition by child), false) as starts from episodes where child is not null)
  group by child, starts
),
judged as (
  select o.id, o.child, f.decom, case
      when not o.formed or o.earliest is null then true
      when o.any_year or f.child is null then false
      when o.earliest >= f.began then case when f.may_be_later then null else true end
      when f.may_be_earlier then null
      when case when o.any_day then last_day(o.latest) else o.latest end < f.began then false end as fault
  from days o left join firsts f on f.child = o.child
)
select id, fault from judged
union all
select e.id, true
from episodes e join judged j on j.child = e.child and j.decom = e.decom
where j.fault
