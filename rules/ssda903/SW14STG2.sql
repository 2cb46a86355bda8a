/* rule
code: "SW14STG2"
says: Social worker episode date ceased is blank.
fields: [SW_DEC]
tables: [SWEpisodes]
years: 2023-24 only
note: Only the last of the episodes of a child may be open.
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
