/* measure
title: Children leaving care who were adopted
asks: What share leave care by adoption?
catalogue: ADO-02
kind: proportion
at: within period
windows: [rolling 12 months, three years, month, rolling 3 months, year to date, quarter, year]
population: Periods of care that ended in the period, short breaks excluded
counted: Those that ended in adoption (E11, E12)
unknown: no return says when or why the child left
unknown_is: left out
good: high
slices: [standard]
basis: SSDA903 episodes
national: DfE share of those who ceased; DfE counts each child’s last end in the year
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, e.child_id, e.child_id || '.' || e.period_no as subject,
  case when e.recorded and e.end_reason is not null then adopted(e.end_reason) end as counted
from end_of_care e
join period p on e.day between p.period_start and p.period_end
