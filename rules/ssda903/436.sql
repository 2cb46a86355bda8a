/* rule
code: "436"
says: Reason for new episode is that both child's placement and legal status have changed, but this is not reflected in the episode data.
fields: [RNE, LS, PLACE, PL_POST, URN, PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
note: B and U. Two blank cells are the same, as are postcodes that differ in their spaces.
*/
select id, case when undated then null else true end as fault
from episode_order e
where rne in ('B', 'U')
  and case when prior is null then undated else ls is not distinct from prior.ls or same_placement(e, prior) end
