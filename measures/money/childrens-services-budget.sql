/* measure
title: Net budget for children's services in the financial year
asks: How much is set aside for children's services this year?
catalogue: FIN-01:budget:childrens_services
kind: total
at: period end
windows: [year to date, year, month]
population: The budget line childrens_services in the latest picture of budget.csv by the last day of the period, of the financial year of that day
counted: Its net budget for the whole year, never a projection or what has been spent
unknown: the figure (there is no picture of the financial year by the day, or the line is not in it or has no such figure)
unit: '£'
places: 0
good: neither
basis: budget.csv, the latest picture of the financial year by the day
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
with council as (select distinct authority from budget_line)
select p.period_end, c.authority, c.authority as subject, case when b.net_budget is not null then true end as counted,
  b.net_budget as amount
from period p
cross join council c
left join budget_line b on b.authority = c.authority and b.budget_line = 'childrens_services' and b.held_from <= p.period_end and b.held_to > p.period_end
