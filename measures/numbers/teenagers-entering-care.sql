/* measure
title: Children aged 14 to 17 entering care
asks: Are too many teenagers coming into care?
catalogue: NUM-12:entrants # the entrants that NUM-12 asks for; the catalogue has no name for the part
kind: count
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
population: Starts of care in the period (periods of care whose first day the return holds), short breaks excluded
counted: Those of children aged 14 to 17 on the day care started
unknown: date of birth not known
good: low
slices: [standard, need]
basis: SSDA903 episodes
national: None; DfE publishes ages 10 to 15 and 16 and over, and counts a child once a year
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject, s.age between 14 and 17 as counted, s.need
from start_of_care s
join period p on s.day between p.period_start and p.period_end
