/* rule
code: "434"
says: Reason for new episode is that child's legal status has changed but not the placement, but this is not reflected in the episode data.
fields: [RNE, LS, PLACE, PL_POST, URN, PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
note: Two blank cells are the same, as are postcodes that differ in their spaces.
*/
with undated as (select child from episodes where child in (select child from episodes where decom is null) group by child having count(*) > 1)
select id, case when child in (select child from undated) then null else true end as fault
from episode_order
where rne = 'L'
  and ((decom is null and child in (select child from undated))
    or (prior is not null
      and (ls is not distinct from prior.ls or place is distinct from prior.place or urn is distinct from prior.urn
        or place_provider is distinct from prior.place_provider or plain_postcode(pl_post) is distinct from plain_postcode(prior.pl_post))))
