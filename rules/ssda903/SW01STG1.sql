/* rule
code: "SW01STG1"
says: Child looked after on 31 March, but no social worker episode information is reported
fields: [DEC]
tables: [SWEpisodes, Episodes]
years: 2023-24 only
due: year end
note: Reported is at least one id, one start and one reason among the child's social worker episodes; one that is not complete is for SW03STG1. The episode that is open is marked.
*/
with reported as (
  select child
  from sw_episodes
  group by child
  having count(sw_id) > 0 and count(sw_decom_text) > 0 and count(sw_reason) > 0
)
select id, until(dec, dec_text) > year_end() as fault
from episodes anti join reported using (child)
where child is not null and not short_break(ls)
