/* measure
title: Children who came into care in the period and have left
asks: How many of those who came into care have left again?
catalogue: JRN-05:left
kind: proportion
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
population: Starts of care in the period (periods of care whose first day the return holds), short breaks excluded
counted: Those whose period of care had ended by the last day of the period
unknown: care stopped, and no return says both when and why
good: neither
slices: [standard]
basis: SSDA903 episodes
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- A period that turned into short breaks (ended is false) has not ended.
select
  p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject,
  case when s.end_date is null or s.end_date > p.period_end or s.ended = false then false when s.ended then true end as counted
from start_of_care s
join period p on s.day between p.period_start and p.period_end
