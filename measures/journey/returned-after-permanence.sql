/* measure
title: Children who came back into care after a permanence order
asks: How many special guardianships, adoptions and child arrangements broke down?
catalogue: JRN-09
kind: count
at: within period
windows: [year to date, month, rolling 3 months, rolling 12 months, quarter, year]
population: Starts of care in the period (periods of care whose first day the return holds), short breaks excluded
counted: Those of a child who had left care before by adoption, special guardianship, or a residence or child arrangements order, by the row of the return whose year holds the start; it is about the first start of that year, and a later one is not counted
unknown: the return has no such row for the first start of a year, or says that it is not known (P4)
good: low
slices: [standard, earlier_order]
sources: [Episodes, PrevPerm]
basis: SSDA903 episodes and previous permanence
national: DfE previous permanence option of children who started during the year; asked of starts from 1 April 2016
from: 2016-04-01
revisions: [{on: 2026-11-27, what: First version}]
*/
-- The return asks once a year for each child who started: its row is about the first start of that year.
with starts as (
  select
    *, make_date(year(day) + (month(day) >= 4)::integer, 3, 31) as year_end,
    row_number() over (partition by child_id, year_end order by day) as start_of_year
  from start_of_care
),
said as (
  select child_id, year_end, 1 as start_of_year, arg_max(order_type, line) as order_type
  from previous_permanence
  group by all
)
select
  p.period_end, s.child_id || '.' || s.period_no as subject,
  case when s.start_of_year > 1 or v.order_type = 'Z1' then false when v.order_type in ('P1', 'P2', 'P3') then true end as counted,
  case v.order_type when 'P1' then 'adoption' when 'P2' then 'special_guardianship' when 'P3' then 'child_arrangements'
                    when 'Z1' then 'none' else 'not_known' end as earlier_order,
  s.*
from starts s
join period p on s.day between p.period_start and p.period_end
left join said v using (child_id, year_end, start_of_year)
