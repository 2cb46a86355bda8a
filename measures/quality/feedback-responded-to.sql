/* measure
title: Feedback with a response recorded
asks: What changed because of what people told us?
catalogue: PAR-01:responded
kind: proportion
at: within period
windows: [quarter, month, rolling 12 months, year to date, year]
population: Feedback received in the period, whoever it came from
counted: That to which a response, or a change made, is recorded, whenever it was
unknown: whether there was a response is not given
unknown_is: left out
good: high
slices: [feedback_from, theme, team]
basis: The council’s own list of challenges, audits and feedback (quality)
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, q.authority, q.child_id, q.item_id as subject, q.response_recorded as counted, q.feedback_from,
  q.theme, q.team
from quality_item q
join period p on q.opened_date between p.period_start and p.period_end
where q.item_type = 'feedback'
