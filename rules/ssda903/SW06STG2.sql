/* rule
code: "SW06STG2"
says: Social worker episode data should be within the social worker data reporting year.
fields: [SW_DECOM]
tables: [SWEpisodes]
years: 2023-24 on
note: An episode may have begun in any year before; it may not begin after 31 March.
*/
select id, sw_decom > year_end() as fault
from sw_episodes
