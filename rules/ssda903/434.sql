/* rule
code: "434"
says: Reason for new episode is that child's legal status has changed but not the placement, but this is not reflected in the episode data.
fields: [RNE, LS, PLACE, PL_POST, URN, PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
note: Two blank cells are the same, as are postcodes that differ in their spaces.
*/
select id, case when undated then null else true end as fault
from episode_order e
where rne = 'L'
  and case when prior is null then undated else ls is not distinct from prior.ls or not same_placement(e, prior) end
