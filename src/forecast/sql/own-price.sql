-- What the placement that a child is in on $until costs a week, where placements.csv says so.
select child_id as child, arg_max(weekly_cost, start_date)::double as weekly
from placement_price
where authority = $authority and child_group = 'in_care' and source = 'placements' and weekly_cost is not null
  and start_date <= $until::date and (end_date is null or end_date > $until::date)
group by child_id
order by child_id
