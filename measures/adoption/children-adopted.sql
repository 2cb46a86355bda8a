/* measure
title: Children adopted
asks: How many children were adopted?
catalogue: ADO-01
kind: count
at: within period
windows: [month, year to date, year, quarter, rolling 3 months, rolling 12 months, three years]
population: Periods of care that ended in the period, short breaks excluded
counted: Those that ended in adoption (E11, E12), on the day of the court order
unknown: no return says when or why the child left
good: high
slices: [standard]
basis: SSDA903 episodes
national: DfE children adopted during the year
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, e.child_id, e.child_id || '.' || e.period_no as subject,
  case when e.recorded and e.end_reason is not null then adopted(e.end_reason) end as counted
from end_of_care e
join period p on e.day between p.period_start and p.period_end
