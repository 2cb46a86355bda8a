/* rule
code: "501"
says: A new episode has started before the end date of the previous episode.
fields: [DECOM, DEC]
tables: [Episodes]
years: 2022-23 on
*/
select id, decom < prior.dec as fault
from episode_order
where prior.dec_text is not null or (prior is null and undated)
