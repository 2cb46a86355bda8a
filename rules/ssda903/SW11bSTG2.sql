/* rule
code: "SW11bSTG2"
says: Social worker episode has ended before 31 March and no subsequent social worker episode has been provided.
fields: [SW_DEC]
tables: [SWEpisodes]
uses: [Episodes]
years: 2023-24 on
due: year end
note: Asked of children in care at the end of the year, where the last end of a child's episodes is one of the 5 days before 31 March. An episode that says no start is marked, else the one that ended; the open validator marks every child with a single episode, open or not.
*/
with left_care as (
  select child from episodes where child is not null
  group by child having not bool_or(not short_break(ls) and coalesce(until(dec, dec_text) > year_end(), true))
),
ended as (
  select *, max(until(sw_dec, sw_dec_text)) over of_child as last_end, bool_or(unreadable(sw_dec, sw_dec_text)) over of_child as unsure
  from sw_episodes anti join left_care using (child)
  where child is not null and sw_decom_text is not null
  window of_child as (partition by child)
),
near_the_end as (
  select id, child, sw_dec, last_end, unsure
  from ended
  where coalesce(last_end < year_end(), true) and (unsure or last_end >= year_end() - 5)
),
no_start as (
  select id, child from sw_episodes where child is not null and sw_decom_text is null
)
select n.id, case when not e.unsure then true end as fault
from no_start n join near_the_end e using (child)
union all
select id, case when not unsure then sw_dec = last_end end
from near_the_end anti join no_start using (child)
