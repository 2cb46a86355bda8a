/* rule
code: "SW08STG2"
says: A new social worker episode has started, but the previous episode has not ended.
fields: [SW_DEC]
tables: [SWEpisodes]
years: 2023-24 on
*/
select id, case when sw_decom is null or next is null or unreadable(sw_dec, sw_dec_text) then null else true end as fault
from sw_episode_order
where sw_dec is null and (next is not null or undated)
