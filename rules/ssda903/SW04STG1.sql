/* rule
code: "SW04STG1"
says: Date social worker episode began is not a valid date.
fields: [SW_DECOM]
tables: [SWEpisodes]
years: 2023-24 on
note: A day, month or year that is not known, written ZZ, is taken; a blank is for the rule on what is not given.
*/
select id, true as fault
from sw_episodes
where not_a_day(sw_decom, sw_decom_text) and not part_unknown(sw_decom_text)
