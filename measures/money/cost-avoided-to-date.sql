/* measure
title: Cost avoided to date
asks: What did we avoid spending?
catalogue: FIN-07
kind: total
at: period end
windows: [month]
population: Events that avoid a cost for a child, on or before the last day of the period
counted: The weekly rate times the weeks from the day of the event to the earlier of the last day of the period and the day on which the cost would have stopped anyway (where left blank, the end of the financial year of the event), days over seven
unknown: the rate (the rate card has none for the event on its day)
unit: '£'
places: 0
good: high
slices: [avoidance_event]
sources: [cohorts, unit_costs]
basis: cohorts.csv, and the avoidance rates of the rate card (unit_costs.csv) in force on the day of the event; an event that two groups name is one. A cost avoided is an estimate, not money in hand
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, c.child_id, c.child_id || ' ' || c.event || ' ' || c.event_date as subject,
  case when c.weekly_cost is not null then true end as counted,
  c.weekly_cost * greatest(least(p.period_end, c.until) - c.event_date, 0) / 7 as amount, c.event as avoidance_event
from cost_avoided c
join period p on c.event_date <= p.period_end
