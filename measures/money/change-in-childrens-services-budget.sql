/* measure
title: Change in the budget for children's services since last year
asks: How are budgets changing?
catalogue: FIN-02
kind: total
at: period end
windows: [year to date, year, month]
population: The opening net budgets for children's services in budget.csv, of the financial year of the last day of the period and of the year before
counted: This year's less last year's; a negative sum is a cut
unknown: the budget of one of the two years (there is no opening budget by the day, or a line is not in it)
unit: '£'
places: 0
good: neither
basis: budget.csv, the first picture of each financial year, net budget only
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- The net budget that each financial year opened with.
with opened as (
  select authority, year_ending, min(as_at) as as_at,
    max(net_budget) filter (budget_line = 'childrens_services') as childrens_services,
    max(net_budget) filter (budget_line = 'children_in_care') as children_in_care
  from budget_line where opening group by all
),
figured as (
  select authority, year_ending, as_at, b.childrens_services as net_budget from opened b
),
council as (select distinct authority from budget_line)
select p.period_end, c.authority, c.authority as subject, case when n.net_budget - l.net_budget is not null then true end as counted,
  n.net_budget - l.net_budget as amount
from period p
cross join council c
left join figured n on n.authority = c.authority and n.as_at <= p.period_end
  and n.year_ending = year(p.period_end) + case when month(p.period_end) > 3 then 1 else 0 end
left join figured l on l.authority = c.authority
  and l.year_ending = year(p.period_end) + case when month(p.period_end) > 3 then 0 else -1 end
