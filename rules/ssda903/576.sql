/* rule
code: "576"
says: There is an open missing/away from placement without authorisation period in last year's return and there is no corresponding period recorded at the start of this year.
fields: [CHILD]
tables: [Missing]
last: [Missing]
uses: [Header, Episodes]
years: 2022-23 on
note: The child's earliest period of this year is marked. Where there is none, the child's row in Header is, if care began before the year and goes on into it; the open validator finds no such child.
*/
with open_last as (
  select child, mis_start from missing_last
  where child is not null and mis_start_text is not null and mis_end_text is null
),
compared as (
  select l.child, case
      when bool_or(m.mis_start = l.mis_start) then false
      when l.mis_start is null or bool_or(unreadable(m.mis_start, m.mis_start_text)) then null
      else true end as lost
  from open_last l left join missing m using (child)
  group by l.child, l.mis_start
),
first_now as (
  select id, child from missing
  where child is not null
  qualify row_number() over (partition by child order by mis_start nulls last, row) = 1
)
select f.id, c.lost as fault
from compared c join first_now f using (child)
where c.lost is null or c.lost
union all
select h.id, case when h.child in (select child from episodes where decom < year_start()) then c.lost end
from compared c join header h using (child)
where (c.lost is null or c.lost)
  and h.child not in (select child from first_now)
  and h.child in (select child from episodes where decom < year_start() or decom is null)
