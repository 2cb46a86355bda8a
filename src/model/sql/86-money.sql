-- The council's rate card (local-extracts.md 4.8): average prices of placements by cost group, and what an event avoids, in pounds a week.
create or replace table rate_card as
select authority, item_type, item, provider, weekly_cost, "from" as start_date, "to" as end_date, source as money_source,
  'unit_costs' as source, file_id, line
from extract.unit_costs;

-- What each placement costs, in pounds a week borne by children's services: what others pay is not in it, and 0 is a real price.
-- From placements.csv one row per price spell; one that ends the day it starts lasts no time. Else the rate card's price of each
-- episode's cost group, cut where a rate changes, null where the card has none (local-extracts.md 3.8, 4.8).
create or replace table placement_price as
with given as (
  select p.child_id, x.authority, x.child_group, x.cla_placement_id as placement_id, x.start_date, x.end_date,
    x.cla_placement_type as placement_type, x.cla_placement_provider as provider, nullif(x.cost_group, 'unknown') as cost_group,
    x.child_group = 'in_care' and x.cla_placement_type in ('T0', 'T1', 'T2', 'T3', 'T4') as temporary,
    x.weekly_cost, nullif(x.setting_registration, 'unknown') as registration, x.cla_placement_change_reason as change_reason,
    x.file_id, x.line
  from extract.placements x
  join person p on p.authority = x.authority and p.local_id = x.child_id
  where x.end_date is null or x.end_date > x.start_date
),
grouped as (
  select *, coalesce(cost_group, case when child_group = 'care_leaver' then 'other' when not temporary then cost_group_of(placement_type, provider) end) as own_group
  from given
),
priced as (
  select child_id, authority, child_group, placement_id, start_date, end_date, placement_type, provider,
    -- A temporary placement keeps the group that it interrupts.
    coalesce(last_value(own_group ignore nulls) over (partition by child_id order by start_date, file_id, line), 'not_known') as cost_group,
    weekly_cost, registration, change_reason, 'placements' as source, file_id, line
  from grouped
),
edge as (
  select authority, start_date as day from rate_card where item_type = 'placement'
  union select authority, end_date from rate_card where item_type = 'placement' and end_date is not null
  union select distinct authority, date '1900-01-01' from rate_card where item_type = 'placement'
),
span as (
  select authority, day as start_date, lead(day) over (partition by authority order by day) as end_date from edge
),
from_card as (
  select e.child_id, e.authority, 'in_care' as child_group, e.placement_no::varchar as placement_id,
    greatest(e.start_date, s.start_date) as start_date, nullif(least(coalesce(e.end_date, date '9999-12-31'), coalesce(s.end_date, date '9999-12-31')), date '9999-12-31') as end_date,
    e.placement_type, e.provider, cost_group_of(e.placement_type, e.provider) as cost_group,
    -- A rate for the provider comes before one for all; of two in force the later.
    (select arg_max(r.weekly_cost, (r.provider is not null, r.start_date)) from rate_card r
     where r.authority = e.authority and r.item_type = 'placement' and r.item = cost_group_of(e.placement_type, e.provider)
       and (r.provider is null or upper(r.provider) = e.provider)
       and r.start_date <= s.start_date and coalesce(r.end_date, date '9999-12-31') > s.start_date) as weekly_cost,
    null::varchar as registration, null::varchar as change_reason, 'unit_costs' as source, e.file_id, e.line
  from care_episode e
  join span s on s.authority = e.authority and e.start_date < coalesce(s.end_date, date '9999-12-31')
    and coalesce(e.end_date, date '9999-12-31') > s.start_date
)
select *, provider_group(provider, placement_type) as provider_kind from priced
union all
select *, provider_group(provider, placement_type) from from_card;

-- Whether the home a child lives in is registered as it should be: placements.csv where it says, else the codes of semi-independent homes
-- and independent living, which nobody regulated until 1 April 2024 (indicators.md PLC-13 and section 9, decision 30).
create or replace table registered_setting as
select child_id, authority, start_date, end_date, registration not in ('unregistered', 'pending') as registered, source, file_id, line
from placement_price where source = 'placements' and child_group = 'in_care' and registration is not null
union all
select child_id, authority, start_date, nullif(least(coalesce(end_date, date '2024-04-01'), date '2024-04-01'), date '9999-12-31'),
  not unregulated(placement_type), 'Episodes', file_id, line
from care_episode where placement_type is not null and start_date < date '2024-04-01';

-- Events that avoid a cost, each once however many groups name it, with the rate in force on the day; null where the rate card has none.
-- until: the first day on which the cost would have stopped anyway, at latest the end of the financial year of the event.
create or replace table cost_avoided as
with event as (
  select child_id, authority, avoidance_event as event, start_date as event_date, max(avoided_until) as avoided_until,
    arg_max(status, (file_id, line)) as status, min(file_id) as file_id, min(line) as line
  from cohort_status where avoidance_event is not null
  group by all
)
select e.child_id, e.authority, e.event, e.event_date, e.status, e.avoided_until is not null as until_given,
  coalesce(e.avoided_until, make_date((year(e.event_date) + case when month(e.event_date) > 3 then 1 else 0 end)::integer, 4, 1)) as until,
  (select arg_max(r.weekly_cost, r.start_date) from rate_card r
   where r.authority = e.authority and r.item_type = 'avoidance' and r.item = e.event and r.provider is null
     and r.start_date <= e.event_date and coalesce(r.end_date, date '9999-12-31') > e.event_date) as weekly_cost,
  'cohorts' as source, e.file_id, e.line
from event e;

-- Moves that the board follows (nearer, to foster care, home), each once, with the price of the day before and of the day. null: no price.
create or replace table followed_move as
with move as (
  select child_id, authority, start_date as day, arg_max(status, (file_id, line)) as status, arg_max(file_id, (file_id, line)) as file_id,
    arg_max(line, (file_id, line)) as line
  from cohort_status where status in ('moved_nearer', 'moved_foster', 'moved_home')
  group by all
),
priced as (
  select m.child_id, m.day,
    sum(p.weekly_cost) filter (p.start_date < m.day and (p.end_date is null or p.end_date >= m.day)) as price_before,
    sum(p.weekly_cost) filter (p.start_date <= m.day and coalesce(p.end_date, date '9999-12-31') > m.day) as price_after
  from move m join placement_price p on p.child_id = m.child_id and p.source = 'placements'
  group by all
)
select m.child_id, m.authority, m.day, m.status, p.price_before, p.price_after, 'cohorts' as source, m.file_id, m.line
from move m left join priced p using (child_id, day);

-- Budget lines (local-extracts.md 4.9), in pounds: budget, projection and actual are three figures of a line and never one series.
-- A picture is used from its day to the next of its financial year, and none outlives its year: [held_from, held_to). opening: the first
-- picture of the year.
create or replace table budget_line as
with dated as (
  select *, left(financial_year, 4)::integer + 1 as year_ending from extract.budget
),
picture as (
  select authority, year_ending, as_at, greatest(as_at, make_date(year_ending - 1, 4, 1)) as held_from,
    coalesce(lead(as_at) over year, make_date(year_ending, 4, 1)) as next_from, lag(as_at) over year is null as opening
  from (select distinct authority, year_ending, as_at from dated)
  window year as (partition by authority, year_ending order by as_at)
)
select d.authority, d.year_ending, d.as_at, p.held_from, least(p.next_from, make_date(d.year_ending, 4, 1)) as held_to, p.opening,
  d.budget_line, d.line_type, d.parent_line, d.net_budget, d.projected, d.actual, d.source as money_source,
  'budget' as source, d.file_id, d.line
from dated d
join picture p on p.authority = d.authority and p.year_ending = d.year_ending and p.as_at = d.as_at;
