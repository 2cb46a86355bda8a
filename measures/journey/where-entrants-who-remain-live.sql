/* measure
title: Where children who came into care and are still in care live
asks: What kind of homes are those who came into care in the period in?
catalogue: JRN-07
kind: proportion
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
population: Starts of care in the period still in care on its last day, short breaks excluded
counted: Those whose placement on the last day is known, by kind of placement
unknown: placement not given
good: neither
slices: [standard]
mix: placement_group
basis: SSDA903 episodes
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- The slices are those of the child on the last day of the period: in_care_at is the last relation joined.
select
  p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject,
  case when i.placement_type is not null then true end as counted
from start_of_care s
join period p on s.day between p.period_start and p.period_end
join in_care_at i on i.period_end = p.period_end and i.child_id = s.child_id and i.period_no = s.period_no
