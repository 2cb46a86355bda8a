/* rule
code: "SW01bSTG1"
says: For each social worker episode, information should be complete
fields: [SW_DECOM, SW_ID, SW_REASON]
tables: [SWEpisodes]
years: 2024-25 only
note: Asked of episodes that began on or after 1 April 2023, and of those of which no start is given.
*/
select id, sw_decom_text is null or ((sw_id is null or sw_reason is null) and sw_decom >= date '2023-04-01') as fault
from sw_episodes
