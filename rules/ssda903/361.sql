/* rule
code: "361"
says: Police protection legal status lasted longer than maximum 72 hours allowed in the Children Act 1989.
fields: [DECOM, LS, DEC]
tables: [Episodes]
years: 2022-23 on
note: Episodes of the status that follow one another without a day between are one. 72 hours are three days. One that is open lasts until the day up to which the return is complete.
*/
with held as (
  select id, child, decom, case when dec_text is null then as_at() else dec end as ended from episodes where ls = 'L1' and child is not null),
joined as (
  select *, coalesce(decom > max(ended) over (partition by child, decom is null order by decom, ended, id rows between unbounded preceding and 1 preceding), true) as begins from held),
runs as (
  select *, count(*) filter (where begins) over (partition by child, decom is null order by decom, ended, id) as run from joined)
select id, case when max(coalesce(ended, decom)) over of_run - min(decom) over of_run > 3 then true
                when bool_or(decom is null or ended is null) over (partition by child) then null else false end as fault
from runs
window of_run as (partition by child, decom is null, run)
