/* rule
code: "SW01aSTG1"
says: For each social worker episode, information should be complete
fields: [SW_DECOM, SW_ID]
tables: [SWEpisodes]
years: 2024-25 only
note: Asked of episodes that began before 1 April 2023, which need no reason, and of those of which no start is given.
*/
select id, sw_decom_text is null or (sw_id is null and sw_decom < date '2023-04-01') as fault
from sw_episodes
