/* rule
code: "SW03STG1"
says: For each social worker episode, information should be complete.
fields: [SW_ID, SW_DECOM, SW_REASON]
tables: [SWEpisodes]
years: 2023-24 only
note: Complete is an id, a start and a reason. A start that is no day is given, and is for SW04STG1.
*/
select id, true as fault
from sw_episodes
where sw_id is null or sw_decom_text is null or sw_reason is null
