/* rule
code: "706"
says: There is an open DoLO in last year's return and there is no corresponding DoLO recorded at the start of this year.
fields: [DOLO_START, CHILD]
tables: [DoLo]
last: [DoLo]
uses: [Header, Episodes]
years: 2026-27 on
note: The message leaves open which order to mark; the child's latest of this year is. Where there is none, the child's row in Header is, if care began before the year and goes on into it.
*/
with open_last as (
  select child, dolo_start from dolo_last
  where child is not null and dolo_start_text is not null and dolo_end_text is null
),
compared as (
  select l.child, case
      when bool_or(d.dolo_start = l.dolo_start) then false
      when l.dolo_start is null or bool_or(unreadable(d.dolo_start, d.dolo_start_text)) then null
      else true end as lost
  from open_last l left join dolo d using (child)
  group by l.child, l.dolo_start
),
latest_now as (
  select id, child from dolo
  where child is not null
  qualify row_number() over (partition by child order by dolo_start desc nulls last, row desc) = 1
)
select f.id, c.lost as fault
from compared c join latest_now f using (child)
where c.lost is null or c.lost
union all
select h.id, case when h.child in (select child from episodes where decom < year_start()) then c.lost end
from compared c join header h using (child)
where (c.lost is null or c.lost)
  and h.child not in (select child from latest_now)
  and h.child in (select child from episodes where decom < year_start() or decom is null)
