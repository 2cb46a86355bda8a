/* rule
code: "364"
says: Sections 41-46 of Police and Criminal Evidence (PACE; 1984) severely limits the time a child can be detained in custody in Local Authority (LA) accommodation.
fields: [LS, DECOM, DEC]
tables: [Episodes]
years: 2022-23 on
note: The message gives no number of days; councils' checks ask about more than 21. Episodes of the status that follow one another without a day between are one. One that is open lasts until the day up to which the return is complete.
*/
with held as (
  select id, child, decom, case when dec_text is null then as_at() else dec end as ended from episodes where ls = 'J2' and child is not null),
joined as (
  select *, coalesce(decom > max(ended) over (partition by child, decom is null order by decom, ended, id rows between unbounded preceding and 1 preceding), true) as begins from held),
runs as (
  select *, count(*) filter (where begins) over (partition by child, decom is null order by decom, ended, id) as run from joined)
select id, case when max(coalesce(ended, decom)) over of_run - min(decom) over of_run > 21 then true
                when bool_or(decom is null or ended is null) over (partition by child) then null else false end as fault
from runs
window of_run as (partition by child, decom is null, run)
