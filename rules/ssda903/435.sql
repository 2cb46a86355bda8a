/* rule
code: "435"
says: Reason for new episode is that child's placement has changed but not the legal status, but this is not reflected in the episode data recorded.
fields: [LS, PLACE, PL_POST, URN, PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
note: P and T. Two blank cells are the same, as are postcodes that differ in their spaces; the open validator takes two blank cells for a change.
*/
select id, case when undated then null else true end as fault
from episode_order e
where rne in ('P', 'T')
  and case when prior is null then undated else ls is distinct from prior.ls or same_placement(e, prior) end
