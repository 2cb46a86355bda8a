/* rule
code: "634"
says: There are entries for previous permanence options, but child has not started to be looked after from 1 April 2016 onwards.
fields: [LA_PERM, PREV_PERM, DATE_PERM, DECOM]
tables: [Episodes, PrevPerm]
years: 2022-23 on
note: At least one episode must have begun on or after 1 April 2016; the open validator asks for one of the collection year, and so finds every child whose care has gone on since before it. A child without episodes is not asked.
*/
with entries as (
  select p.id, p.child from prev_perm p where coalesce(p.prev_perm, p.la_perm, p.date_perm) is not null
),
judged as (
  select child, case
      when bool_or(decom >= date '2016-04-01') then false
      when bool_or(decom is null) then null
      else true end as fault
  from episodes where child in (select child from entries) group by child
)
select p.id, j.fault from entries p join judged j using (child)
union all
select e.id, j.fault from episodes e join judged j using (child)
