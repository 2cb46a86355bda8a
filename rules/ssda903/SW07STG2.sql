/* rule
code: "SW07STG2"
says: Social worker episode end date should be on or after the start of the social worker reporting period, and should be on or before the collection end date.
fields: [SW_DEC]
tables: [SWEpisodes]
years: 2023-24 on
forms:
  - {from: 2024-25, what: the reporting period begins on 1 April a year before the collection does}
*/
select id, sw_dec < year_start() - to_years(case when collection_year() >= 2025 then 1 else 0 end) or sw_dec > year_end() as fault
from sw_episodes
where sw_dec_text is not null
