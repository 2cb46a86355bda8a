/* rule
code: "SW13STG1"
says: The reason for social worker change is not valid.
said:
  - {until: 2023-24, says: The reason for social worker change is either not valid or has not been entered.}
fields: [SW_REASON]
tables: [SWEpisodes]
years: 2023-24 on
forms:
  - {from: 2024-25, what: an episode that began before 1 April 2023 needs no reason}
note: A blank is not a valid reason where one is needed.
*/
select id, case when sw_reason is not null or collection_year() < 2025 then true else sw_decom >= date '2023-04-01' end as fault
from sw_episodes
where sw_reason is null or sw_reason_text not in (select code from code_list where tbl = 'sw_episodes' and col = 'sw_reason')
