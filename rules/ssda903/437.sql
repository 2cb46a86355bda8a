/* rule
code: "437"
says: Reason episode ceased is child has died or is aged 18 or over but there are further episodes.
fields: [REC]
tables: [Episodes]
years: 2022-23 on
note: E2 and E15, with a later episode in this year's return.
*/
with undated as (select child from episodes where child in (select child from episodes where decom is null) group by child having count(*) > 1)
select id, case when decom is not null and next is not null then true
                when child in (select child from undated) then null else false end as fault
from episode_order
where rec in ('E2', 'E15')
