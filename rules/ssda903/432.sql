/* rule
code: "432"
says: The child ceased to be looked after at the end of the previous episode but the reason for the new episode is not started to be looked after.
fields: [RNE]
tables: [Episodes]
years: 2022-23 on
*/
select id, case when undated then null else true end as fault
from episode_order
where rne is distinct from 'S'
  and ((prior is null and undated) or prior.rec in (select code from code_list where tbl = 'episodes' and col = 'rec' and code <> 'X1'))
