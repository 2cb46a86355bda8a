/* rule
code: "388"
says: Reason episode ceased is coded new episode begins, but there is no continuation episode.
fields: [REC]
tables: [Episodes]
years: 2022-23 on
note: Both ways. X1 needs an episode that starts on the day this one ended; another reason must not have one.
*/
select id, case when rec <> 'X1' then dec = next.decom
                when dec = next.decom then false
                when decom is null or undated then null
                when next is null then true
                else dec <> next.decom end as fault
from episode_order
where rec = 'X1' or (rec is not null and (next is not null or undated))
