-- What placements have cost this financial year, to $until and that day included, at their own prices; of the rate card where no placement has one.
with year as (
  select make_date((year($until::date) - case when month($until::date) < 4 then 1 else 0 end)::integer, 4, 1) as first_day, $until::date + 1 as last_day
),
priced as (
  select source, weekly_cost / 7.0 * (least(coalesce(p.end_date, y.last_day), y.last_day) - greatest(p.start_date, y.first_day)) as pounds
  from placement_price p, year y
  where p.authority = $authority and p.child_group = 'in_care' and p.start_date < y.last_day
    and coalesce(p.end_date, y.last_day) > y.first_day and weekly_cost is not null
)
select source, sum(pounds)::double as pounds
from priced
group by source
order by source
limit 1
