/* rule
code: "SW08STG2"
says: A new social worker episode has started, but the previous episode has not ended.
fields: [SW_DEC]
tables: [SWEpisodes]
years: 2023-24 on
*/
select id, case when unreadable(sw_dec, sw_dec_text) or next is null then null else true end as fault
from sw_episode_order
where sw_dec is null and (next is not null or undated)
