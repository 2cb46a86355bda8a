-- What children placed in the 12 months to $until cost a week, a row for each price that a child had, by placement group, with the days it
-- was paid in those months: a bootstrap draws them by days, so a dear placement that lasted counts for more. Prices of placements.csv,
-- else of the rate card; care leavers are left out.
with year as (
  select months_back($until::date, 12) as first_day, $until::date as last_day
),
priced as (
  select p.child_id, p.cost_group, p.weekly_cost, p.source,
    least(coalesce(p.end_date, y.last_day + 1), y.last_day + 1) - greatest(p.start_date, y.first_day) as days
  from placement_price p, year y
  where p.authority = $authority and p.child_group = 'in_care'
    and p.start_date <= y.last_day and coalesce(p.end_date, y.last_day + 1) > y.first_day
)
select cost_group as placement_group, source, weekly_cost, sum(days)::integer as days,
  any_value(children) as children
from (select *, count(distinct child_id) over (partition by cost_group, source)::integer as children from priced where weekly_cost is not null and days > 0)
group by placement_group, source, weekly_cost
order by placement_group, source, weekly_cost
