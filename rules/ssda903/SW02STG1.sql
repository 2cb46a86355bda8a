/* rule
code: "SW02STG1"
says: Social worker ID does not begin with the characters 'SW' or 'XX'.
fields: [SW_ID]
tables: [SWEpisodes]
years: 2023-24 on
forms:
  - {from: 2025-26, what: an id is at least four characters long}
note: A blank id begins with neither, and one in small letters does not either.
*/
select id, true as fault
from sw_episodes
where sw_id is null or left(sw_id_text, 2) not in ('SW', 'XX') or (length(sw_id) < 4 and collection_year() >= 2026)
