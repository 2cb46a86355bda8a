/* rule
code: "SW05STG1"
says: Date social worker episode began is not a valid date.
fields: [SW_DEC]
tables: [SWEpisodes]
years: 2023-24 on
note: The message is the return's own, though the end is meant. A day, month or year that is not known, written ZZ, is taken; a blank is an open episode.
*/
select id, true as fault
from sw_episodes
where not_a_day(sw_dec, sw_dec_text) and not part_unknown(sw_dec_text)
