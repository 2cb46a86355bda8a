/* measure
title: Where children who came into care and left again went
asks: Where did those who came into care in the period and have left again go?
catalogue: JRN-06
kind: proportion
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
population: Starts of care in the period that had ended by its last day, short breaks excluded
counted: Those whose reason for leaving is known, by route
unknown: care stopped, and no return says both when and why
good: neither
slices: [standard, route]
mix: route
basis: SSDA903 episodes
national: None; DfE publishes the reason ceased for all who leave
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject,
  case when s.ended then true end as counted,
  leaving_route(s.end_reason) as route
from start_of_care s
join period p on s.day between p.period_start and p.period_end
where s.end_date <= p.period_end and s.ended is distinct from false
