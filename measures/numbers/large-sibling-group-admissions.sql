/* measure
title: Groups of three or more brothers and sisters who came into care together
asks: Was a rise in the month caused by one family?
catalogue: NUM-20
kind: count
at: within period
windows: [month, rolling 3 months, quarter, year to date, rolling 12 months, year]
population: Families of which a child came into care in the period (periods of care whose first day the return holds), short breaks excluded
counted: Families of which three or more children came into care in the period, each child once
unknown: 'a child who came into care is in no row of the family table: each such child counts once as not known'
good: neither
slices: []
sources: [start_of_care, family_member]
basis: SSDA903 episodes, and ssd_family of the standard dataset, where children of one family id are brothers and sisters. A longer window than a month has groups that came in one after another
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

select period_end, authority, 'family ' || family_id as subject, children >= 3 as counted
from family
union all
select s.period_end, s.authority, 'child ' || s.child_id, null
from started s where s.family_id is null
