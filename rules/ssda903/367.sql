/* rule
code: "367"
says: The maximum amount of respite care allowable is 75 days in any 12-month period.
fields: [LS, DECOM, DEC]
tables: [Episodes]
years: 2022-23 on
note: The 12 months are those of the collection year, which is all that one return can tell. Days before it do not count, and an open break lasts until the day up to which the return is complete.
*/
with breaks as (
  select id, child, decom, until_now(dec, dec_text) as ended from episodes where ls = 'V3' and child is not null
),
counted as (
  select id, child, case when decom is not null and ended is not null then greatest(0, least(ended, as_at()) - greatest(decom, year_start())) end as days from breaks
)
select id, case when sum(days) over of_child > 75 then days > 0
                when days = 0 then false
                when bool_or(days is null) over of_child then null else false end as fault
from counted
window of_child as (partition by child)
