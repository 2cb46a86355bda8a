-- Costs avoided this financial year by $until (FIN-07) by event, and savings from moves followed (FIN-08) by move: pounds a week, how many
-- children, the rate's own source.
with year as (
  select make_date((year($until::date) - case when month($until::date) < 4 then 1 else 0 end)::integer, 4, 1) as first_day
),
event as (
  select 'avoided' as kind, event as what, weekly_cost, greatest(0, until - event_date) / 7.0 as weeks, child_id
  from cost_avoided, year where authority = $authority and event_date between first_day and $until::date
  union all
  select 'move', status, price_before - price_after, 52, child_id
  from followed_move, year where authority = $authority and day between first_day and $until::date
),
rate as (
  select item, any_value(money_source) as rate_source
  from (select item, money_source, start_date from rate_card where authority = $authority and item_type = 'avoidance' and start_date <= $until::date)
  group by item
)
select kind, what, count(distinct child_id)::integer as children, count(*) filter (weekly_cost is null)::integer as not_priced,
  sum(weekly_cost)::double as weekly, sum(weekly_cost * weeks)::double as full_year, any_value(rate_source) as rate_source
from event left join rate on rate.item = event.what
group by kind, what
order by kind, what
