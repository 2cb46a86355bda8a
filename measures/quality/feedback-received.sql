/* measure
title: Feedback from children, carers and partners
asks: How much did people tell us?
catalogue: PAR-01
kind: count
at: within period
windows: [quarter, month, rolling 12 months, year to date, year]
population: Feedback received in the period, whoever it came from
counted: All of it
good: neither
slices: [feedback_from, theme, team]
basis: The council’s own list of challenges, audits and feedback (quality)
national: None. How much of it was answered is PAR-01:responded
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, q.authority, q.child_id, q.item_id as subject, true as counted, q.feedback_from,
  q.theme, q.team
from quality_item q
join period p on q.opened_date between p.period_start and p.period_end
where q.item_type = 'feedback'
