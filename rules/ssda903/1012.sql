/* rule
code: "1012"
says: No other data should be returned for OC3 children who had no episodes in the current year
fields: [CHILD]
tables: [Episodes]
uses: [PlacedAdoption, Missing, Reviews, AD1, PrevPerm, OC2]
years: 2022-23 on
note: A child without an episode can be in the return only as a care leaver, so that OC3 itself is not asked.
*/
with other_data as (
  select id, child from placed_adoption
  union all select id, child from missing
  union all select id, child from reviews
  union all select id, child from ad1
  union all select id, child from prev_perm
  union all select id, child from oc2
)
select id, true as fault
from other_data anti join episodes using (child)
where child is not null
