/* rule
code: "435"
says: Reason for new episode is that child’s placement has changed but not the legal status, but this is not reflected in the episode data recorded.
fields: [LS, PLACE, PL_POST, URN, PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
note: P and T. Two blank cells are the same, as are postcodes that differ in their spaces; some checks take two blank cells for a change.
*/
with undated as (select child from episodes where child in (select child from episodes where decom is null) group by child having count(*) > 1)
select id, case when child in (select child from undated) then null else true end as fault
from episode_order
where rne in ('P', 'T')
  and ((decom is null and child in (select child from undated))
    or (prior is not null
      and (ls is distinct from prior.ls
        or (place is not distinct from prior.place and urn is not distinct from prior.urn
          and place_provider is not distinct from prior.place_provider and plain_postcode(pl_post) is not distinct from plain_postcode(prior.pl_post)))))
