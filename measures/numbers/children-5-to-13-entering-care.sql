/* measure
title: Children aged 5 to 13 entering care
asks: Is the group aged 5 to 13 still growing?
catalogue: NUM-13
kind: count
at: within period
windows: [month, rolling 3 months, rolling 12 months, year to date, quarter, year]
population: Starts of care in the period (periods of care whose first day the return holds), short breaks excluded
counted: Those of children aged 5 to 13 on the day care started
unknown: date of birth not known
good: low
slices: [standard, need]
basis: SSDA903 episodes
national: None; DfE publishes other age bands, and counts a child once a year
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject, s.age between 5 and 13 as counted, s.need
from start_of_care s
join period p on s.day between p.period_start and p.period_end
