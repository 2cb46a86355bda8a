/* rule
code: "SW14STG2"
says: Social worker episode date ceased is blank.
fields: [SW_DEC]
tables: [SWEpisodes]
years: 2023-24 only
note: Only the last of the episodes of a child may be open.
*/
select id, case when sw_decom is null or next is null or unreadable(sw_dec, sw_dec_text) then null else true end as fault
from sw_episode_order
where sw_dec is null and (next is not null or undated)
