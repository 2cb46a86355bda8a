/* measure
title: Children living in unregulated or unregistered placements
asks: How many are in homes not registered as they should be?
catalogue: PLC-13
kind: count
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those whose home is marked unregistered or pending in placements.csv that day; where it does not reach the day, or never says of any home whether it is registered, those in semi-independent homes or independent living (H5, P2), until 31 March 2024
unknown: placements.csv does not say of the child's home that day, or has no home for the child; by the return, placement not given or not a code of the return, and everyone after 31 March 2024
good: low
until: {on: 2024-03-31, unless: placements, after: Needs placements.csv with the registration of each setting; supported accommodation has been regulated since April 2024}
slices: [standard]
sources: [in_care_at, registered_setting]
basis: placements.csv, else SSDA903 episodes; one or the other for all children of a day
national: None
revisions: [{on: 2026-11-27, what: First version}, {on: 2026-11-27, what: The registration of each home in placements.csv comes before the placement codes of the return}]
*/
select c.period_end, c.child_id as subject,
  case when u.source = 'placements' then r.flagged when c.period_end <= date '2024-03-31' then unregulated(c.placement_type) end as counted
from in_care_at c
left join (
  -- A column that is empty everywhere tells nothing: then the codes decide (local-extracts.md 3.8).
  select a.period_end, a.authority, a.source from source_at a
  where a.relation = 'registered_setting' and a.source = 'placements'
    and a.authority in (select s.authority from registered_setting s where s.source = 'placements')
) u on u.authority = c.authority and u.period_end = c.period_end
left join (
  select p.period_end, s.child_id, bool_or(not s.registered) as flagged
  from registered_setting s join period p on s.start_date <= p.period_end and coalesce(s.end_date, date '9999-12-31') > p.period_end
  where s.source = 'placements' group by all
) r on r.child_id = c.child_id and r.period_end = c.period_end
