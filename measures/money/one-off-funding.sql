/* measure
title: One-off funding and income received in the financial year
asks: What extra money came in or was put in?
catalogue: FIN-09
kind: total
at: period end
windows: [year to date, year, month]
population: The one-off lines in the latest picture of budget.csv by the last day of the period, of the financial year of that day
counted: The amount received, as the actual figure of each line has it; never a budget or a projection
unknown: the amount (a one-off line has no actual figure, or there is no picture of the financial year by the day)
unit: '£'
places: 0
good: neither
slices: [money_source, budget_line]
basis: budget.csv, the latest picture of the financial year by the day
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
with current as (
  select p.period_end, b.authority, b.budget_line, b.line_type, b.actual, b.money_source
  from period p join budget_line b on b.held_from <= p.period_end and b.held_to > p.period_end
),
council as (select distinct authority from budget_line)
select period_end, authority, authority || ' ' || budget_line as subject, case when actual is not null then true end as counted, actual as amount,
  money_source, budget_line
from current where line_type = 'one_off'
union all
select p.period_end, c.authority, c.authority, null, null, null, null from period p cross join council c
where not exists (select 1 from current x where x.period_end = p.period_end and x.authority = c.authority)
