/* rule
code: "383"
says: A child in a temporary placement must subsequently return to his/her normal placement.
fields: [PLACE, RNE, PL_POST]
tables: [Episodes]
years: 2022-23 on
forms: [{from: 2025-26, what: the postcode of the placement must be the same too}]
note: The episode after a temporary one must begin with P and be in the last placement before it that was not temporary; so a child who goes from one temporary placement to another is found there, and not again on coming back. A legal status that changes meanwhile (RNE L, the same placement) is no move. Two blank postcodes are the same, as are two that differ in their spaces.
*/
with followed as (
  select *, last_value(case when not temporary(place) then struct_pack(place, pl_post) end ignore nulls) over before_it as normal
  from episode_order
  window before_it as (partition by child, case when decom is null then id end order by n rows between unbounded preceding and 1 preceding)
),
with_temporary as (
  select child, bool_or(decom is null) as undated_one from episodes where temporary(place) group by child
)
select id, case when undated then null else true end as fault
from followed left join with_temporary using (child)
where (undated and (undated_one or (decom is null and undated_one is not null)))
  or (temporary(prior.place) and normal is not null
    -- Another legal status in the same temporary placement: the child has not moved.
    and not coalesce(rne = 'L' and place = prior.place, false)
    and (rne is distinct from 'P' or place is distinct from normal.place
      or (collection_year() >= 2026 and plain_postcode(pl_post) is distinct from plain_postcode(normal.pl_post))))
