/* rule
code: "142"
says: A new episode has started, but the previous episode has not ended.
fields: [DEC, REC]
tables: [Episodes]
years: 2022-23 on
*/
select id, case when decom is null or next is null or unreadable(dec, dec_text) then null else true end as fault
from episode_order
where (dec is null or rec is null) and (next is not null or undated)
