/* measure
title: Projected spend on placements in the financial year
asks: Where will placement money go this year?
catalogue: FIN-04:projected
kind: total
at: period end
windows: [year to date, year, month]
population: The budget lines for placements by cost group (placements_ and the group) in the latest picture of budget.csv by the last day of the period, of the financial year of that day; and what the line placements has beyond them
counted: The projected spend of each for the whole year, never its budget or what has been spent
unknown: the figure (there is no picture of the financial year by the day, or a line has no such figure)
unit: '£'
places: 0
good: neither
slices: [cost_group]
basis: budget.csv, the latest picture of the financial year by the day. What the line placements has beyond the lines by cost group is the group not_known
national: Section 251 and RO3 have spend by placement type on another basis
revisions: [{on: 2026-11-27, what: First version}]
*/
with current as (
  select p.period_end, b.authority, b.budget_line, b.projected
  from period p join budget_line b on b.held_from <= p.period_end and b.held_to > p.period_end
  where b.budget_line = 'placements' or starts_with(b.budget_line, 'placements_')
),
by_group as (
  select period_end, authority, substr(budget_line, 12) as cost_group, projected as amount from current where budget_line <> 'placements'
),
beyond as (
  select t.period_end, t.authority, t.projected - coalesce(sum(g.amount), 0) as amount
  from current t left join by_group g on g.authority = t.authority and g.period_end = t.period_end
  where t.budget_line = 'placements' group by t.period_end, t.authority, t.projected
),
council as (select distinct authority from budget_line),
none as (
  select p.period_end, c.authority from period p cross join council c
  where not exists (select 1 from current x where x.period_end = p.period_end and x.authority = c.authority)
)
select period_end, authority, authority || ' ' || cost_group as subject, case when amount is not null then true end as counted, amount,
  cost_group
from by_group
union all
select period_end, authority, authority || ' placements', case when amount is not null then true end, amount, 'not_known'
from beyond where amount is distinct from 0
union all
select period_end, authority, authority || ' placements', null, null, 'not_known' from none
