/* measure
title: Children in care with three or more brothers and sisters in care
asks: How many children belong to a large group of brothers and sisters in care?
catalogue: NUM-17:four_or_more
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those of a group of four or more brothers and sisters who are all in care on the day
unknown: 'no row of the family table has the child: whether there are brothers and sisters is not known'
good: neither
slices: [standard, together]
sources: [in_care_at, family_member]
basis: SSDA903 episodes, and ssd_family of the standard dataset, where children of one family id are brothers and sisters
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- The families of the day; a child of two families has the brothers and sisters of both. together: living at the postcode of one of them.
with here as (
  select s.period_end, s.child_id, f.family_id, s.authority, e.placement_postcode
  from in_care_at s
  join source_at u on u.relation = 'family_member' and u.authority = s.authority and u.period_end = s.period_end
  join family_member f on f.child_id = s.child_id and f.source = u.source
  left join care_episode e on e.child_id = s.child_id and e.start_date <= s.period_end and coalesce(e.end_date, date '9999-12-31') > s.period_end
),
sibling as (
  select a.period_end, a.child_id, count(distinct b.child_id) as siblings,
    bool_or(a.placement_postcode = b.placement_postcode) as together
  from here a
  left join here b on b.period_end = a.period_end and b.authority = a.authority and b.family_id = a.family_id and b.child_id <> a.child_id
  group by all
)
select s.period_end, s.child_id as subject, g.siblings >= 3 as counted,
  case when coalesce(g.siblings, 0) = 0 then 'no_siblings_in_care' when g.together then 'together' when g.together is null then 'not_known' else 'apart' end as together
from in_care_at s
left join sibling g on g.child_id = s.child_id and g.period_end = s.period_end
