/* rule
code: "562"
says: Episode commenced before the start of the current collection year but there is a missing continuous episode in the previous year.
fields: [DECOM]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
note: The child's first episode this year, if it began before 1 April, must have begun on the same day as the latest of last year.
*/
with latest_last as (
  select child, max(decom) as decom, bool_or(unreadable(decom, decom_text)) as unsure
  from episodes_last where child is not null group by child
),
first_now as (
  select id, child, decom, bool_or(decom is null) over (partition by child) as undated from episodes
  where child is not null
  qualify decom is null or decom = min(decom) over (partition by child)
)
select f.id, case
    when f.decom is null or (l.unsure and f.decom is distinct from l.decom) or (f.undated and f.decom > l.decom) then null
    else f.decom is distinct from l.decom end as fault
from first_now f left join latest_last l using (child)
where f.decom is null or f.decom < year_start()
