/* measure
title: Children starting to be looked after within 12 months of leaving care
asks: How many of those coming into care had left it in the last 12 months?
catalogue: JRN-01:last_12_months
kind: proportion
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
population: Starts of care in the period (periods of care whose first day the return holds), short breaks excluded
counted: Those of a child whose period of care before ended no more than 12 months earlier, the anniversary included
unknown: care stopped, and no return says both when and why
good: low
slices: [standard]
looks_back: 12 months
basis: SSDA903 episodes
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- The day care stopped, where no return says so, is the latest it can have been: more than 12 months after it is settled.
select
  p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject,
  case when b.child_id is null or longer_than_months(b.end_date, 12, s.day) then false
       when b.ended is not null then true end as counted
from start_of_care s
join period p on s.day between p.period_start and p.period_end
left join period_of_care b on b.child_id = s.child_id and b.period_no = s.period_no - 1
