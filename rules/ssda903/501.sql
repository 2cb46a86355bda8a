/* rule
code: "501"
says: A new episode has started before the end date of the previous episode.
fields: [DECOM, DEC]
tables: [Episodes]
years: 2022-23 on
*/
with in_order as (
  select id, decom, prior, count(*) over (partition by child) as of_child from episode_order
)
select id, decom < prior.dec as fault
from in_order
where prior.dec_text is not null or (decom is null and of_child > 1)
