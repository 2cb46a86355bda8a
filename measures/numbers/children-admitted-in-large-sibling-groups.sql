/* measure
title: Children who came into care with two or more brothers and sisters
asks: How many of those who came into care came in a large group of brothers and sisters?
catalogue: NUM-20:children
kind: proportion
at: within period
windows: [month, rolling 3 months, quarter, year to date, rolling 12 months, year]
population: Children who came into care in the period (periods of care whose first day the return holds), each once, short breaks excluded
counted: Those of a family of which three or more children came into care in the period
unknown: no row of the family table has the child
good: neither
slices: []
sources: [start_of_care, family_member]
basis: SSDA903 episodes, and ssd_family of the standard dataset, where children of one family id are brothers and sisters
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- Brothers and sisters who came into care in the same period. A child of two families is in the larger group of the two.
with started as (
  select p.period_end, s.authority, s.child_id, f.family_id
  from start_of_care s
  join period p on s.day between p.period_start and p.period_end
  join source_at u on u.relation = 'family_member' and u.authority = s.authority and u.period_end = p.period_end
  left join family_member f on f.child_id = s.child_id and f.source = u.source
  group by all
),
family as (
  select period_end, authority, family_id, count(*) as children from started where family_id is not null group by all
)

select s.period_end, s.child_id as subject, max(f.children) >= 3 as counted
from started s
left join family f on f.period_end = s.period_end and f.authority = s.authority and f.family_id = s.family_id
group by all
