/* rule
code: "437"
says: Reason episode ceased is child has died or is aged 18 or over but there are further episodes.
fields: [REC]
tables: [Episodes]
years: 2022-23 on
note: E2 and E15, with a later episode in this year's return.
*/
select id, case when next is not null then true when undated then null else false end as fault
from episode_order
where rec in ('E2', 'E15')
