/* rule
code: "383"
says: A child in a temporary placement must subsequently return to his/her normal placement.
fields: [PLACE, RNE, PL_POST]
tables: [Episodes]
years: 2022-23 on
forms: [{from: 2025-26, what: the postcode of the placement must be the same too}]
note: The episode after a temporary one must begin with P and be in the placement of the episode before it. Two blank postcodes are the same, as are two that differ in their spaces.
*/
with followed as (
  select *, lag(place, 2) over of_child as place_before, lag(pl_post, 2) over of_child as post_before
  from episode_order
  window of_child as (partition by child, case when decom is null then id end order by n)
),
with_temporary as (select child from episodes where temporary(place))
select id, case when undated then null else true end as fault
from followed
where (decom is null and undated and child in (from with_temporary))
  or (n > 2 and temporary(prior.place)
    and (rne is distinct from 'P' or place is distinct from place_before
      or (collection_year() >= 2026 and plain_postcode(pl_post) is distinct from plain_postcode(post_before))))
