/* rule
code: "SW10STG2"
says: A new social worker episode has started before the end date of the previous social worker episode.
fields: [SW_DECOM]
tables: [SWEpisodes]
years: 2023-24 on
forms:
  - {from: 2024-25, what: a first contact or re-referral (FCONTA) may start at any time}
note: A start may be up to 7 days before or after the end of the episode before it. One that begins while the one before it is open begins before its end.
*/
select id, case when prior is not null then abs(sw_decom - until(prior.sw_dec, prior.sw_dec_text)) > 7 end as fault
from sw_episode_order
where (prior is not null or undated) and (sw_reason is distinct from 'FCONTA' or collection_year() < 2025)
