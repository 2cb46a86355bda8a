/* rule
code: "SW11aSTG2"
says: Social worker episode has ended before 31 March and no subsequent social worker episode has been provided.
fields: [SW_DEC]
tables: [SWEpisodes]
years: 2023-24 only
due: year end
note: Asked of episodes that ended more than 4 days before 31 March. The next must begin at most 5 days before or after that end, and is marked where it does not, or says no start; where there is none, the one that ended is marked, which the open validator passes over.
*/
with in_order as (
  select *, until(prior.sw_dec, prior.sw_dec_text) as end_before, unreadable(prior.sw_dec, prior.sw_dec_text) as end_unknown,
    max(until(sw_dec, sw_dec_text)) over of_child as last_end, bool_or(unreadable(sw_dec, sw_dec_text)) over of_child as unsure
  from sw_episode_order
  where sw_decom is not null
  window of_child as (partition by child)
),
no_start as (
  select id, child, sw_decom_text from sw_episode_order where sw_decom is null
)
select id, abs(sw_decom - end_before) > 5 as fault
from in_order
where prior is not null and (end_before <= year_end() - 5 or end_unknown)
union all
select n.id, case when n.sw_decom_text is null then e.sw_dec <= year_end() - 5 end
from no_start n join in_order e using (child)
where e.next is null and (e.sw_dec <= year_end() - 5 or unreadable(e.sw_dec, e.sw_dec_text))
union all
select id, case when last_end > year_end() - 5 then false when unsure then null else last_end = sw_dec end
from in_order anti join no_start using (child)
