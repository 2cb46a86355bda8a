/* rule
code: "SW10STG2"
says: A new social worker episode has started before the end date of the previous social worker episode.
fields: [SW_DECOM]
tables: [SWEpisodes]
years: 2023-24 on
forms:
  - {from: 2024-25, what: a first contact or re-referral (FCONTA) may start at any time}
note: A start may be up to 7 days before or after the end of the episode before it. One that begins while the one before it is open begins before its end.
*/
with in_order as (
  select *, lag(sw_decom) over by_start is not null as follows, lag(until(sw_dec, sw_dec_text)) over by_start as end_before,
    count(*) over (partition by child) as episodes_of_child
  from sw_episodes
  where child is not null
  window by_start as (partition by child, sw_decom is null order by sw_decom, until(sw_dec, sw_dec_text), row)
)
select id, abs(sw_decom - end_before) > 7 as fault
from in_order
where (follows or (sw_decom is null and episodes_of_child > 1)) and (sw_reason is distinct from 'FCONTA' or collection_year() < 2025)
