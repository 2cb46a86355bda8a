/* rule
code: "433"
says: The reason for new episode suggests that this is a continuation episode, but the episode does not start on the same day as the last episode finished.
fields: [RNE, DECOM]
tables: [Episodes]
years: 2022-23 on
note: An episode before that has no end did not finish on that day.
*/
select id, case when decom = prior.dec then false
                when undated then null
                when prior.dec_text is null then true
                else decom <> prior.dec end as fault
from episode_order
where rne in ('P', 'L', 'T', 'U', 'B') and (prior is not null or undated)
