/* rule
code: "431"
says: The reason for new episode is started to be looked after, but the previous episode ended on the same day.
fields: [RNE, DECOM]
tables: [Episodes]
years: 2022-23 on
note: On the same day or after it. An episode before that has not ended is 142's.
*/
with undated as (select child from episodes where child in (select child from episodes where decom is null) group by child having count(*) > 1)
select id, decom <= prior.dec as fault
from episode_order
where rne = 'S' and case when decom is null then child in (select child from undated) else prior.dec_text is not null end
