/* rule
code: "436"
says: Reason for new episode is that both child’s placement and legal status have changed, but this is not reflected in the episode data.
fields: [RNE, LS, PLACE, PL_POST, URN, PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
note: B and U. Two blank cells are the same, as are postcodes that differ in their spaces.
*/
with undated as (select child from episodes where child in (select child from episodes where decom is null) group by child having count(*) > 1)
select id, case when child in (select child from undated) then null else true end as fault
from episode_order
where rne in ('B', 'U')
  and ((decom is null and child in (select child from undated))
    or (prior is not null
      and (ls is not distinct from prior.ls
        or (place is not distinct from prior.place and urn is not distinct from prior.urn
          and place_provider is not distinct from prior.place_provider and plain_postcode(pl_post) is not distinct from plain_postcode(prior.pl_post)))))
