/* rule
code: "431"
says: The reason for new episode is started to be looked after, but the previous episode ended on the same day.
fields: [RNE, DECOM]
tables: [Episodes]
years: 2022-23 on
note: On the same day or after it. An episode before that has not ended is 142's.
*/
select id, decom <= prior.dec as fault
from episode_order
where rne = 'S' and (prior.dec_text is not null or (prior is null and undated))
