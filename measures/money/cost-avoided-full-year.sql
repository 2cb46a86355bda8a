/* measure
title: Cost avoided in a full year by the events of the period
asks: What will these events avoid in a full year?
catalogue: FIN-07:full_year
kind: total
at: within period
windows: [year to date, month, quarter, rolling 12 months, year]
population: Events that avoid a cost for a child, in the period
counted: The weekly rate times 52 weeks, or the weeks to the day on which the cost would have stopped anyway where one is given and it comes sooner
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
  c.weekly_cost * case when c.until_given then least(52, greatest(c.until - c.event_date, 0) / 7) else 52 end as amount, c.event as avoidance_event
from cost_avoided c
join period p on c.event_date between p.period_start and p.period_end
