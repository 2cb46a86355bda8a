/* rule
code: "SW09STG2"
says: Social worker episode appears to have lasted for less than 24 hours.
fields: [SW_DECOM, SW_DEC]
tables: [SWEpisodes]
years: 2023-24 on
note: Found where it ended on the day on which it began. An end before the start is no length at all, and is not found here.
*/
select id, sw_decom = sw_dec as fault
from sw_episodes
where sw_dec_text is not null
