/* rule
code: "SW08STG2"
says: A new social worker episode has started, but the previous episode has not ended.
fields: [SW_DEC]
tables: [SWEpisodes]
years: 2023-24 on
*/
with in_order as (
  select *, lead(id) over by_start as next, count(*) over (partition by child) as episodes_of_child
  from sw_episodes
  where child is not null
  window by_start as (partition by child, sw_decom is null order by sw_decom, until(sw_dec, sw_dec_text), row)
)
select id, case when unreadable(sw_dec, sw_dec_text) or sw_decom is null then null else true end as fault
from in_order
where sw_dec is null and (next is not null or (sw_decom is null and episodes_of_child > 1))
