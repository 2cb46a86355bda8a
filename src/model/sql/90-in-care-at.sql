-- Children in care on each day asked: one row per child per period end (table `care_day(period_end)`).
-- In care on d: an episode, not a short break, with start_date <= d and (end_date is null or end_date > d), and under 18.
create or replace table in_care_at as
with asked as (
  select period_end, row_number() over (order by period_end) as n, months_back(period_end, 12) as year_start from care_day
),
-- An episode covers the asked days from the first on or after its start to the last before its end: found once per episode, not per day.
reach as (
  select e.*, f.n as first_n
  from care_episode e asof join asked f on e.start_date <= f.period_end
),
spans as (
  select r.*, coalesce(t.n - 1, (select max(n) from asked)) as last_n
  from reach r asof left join asked t on coalesce(r.end_date, date '9999-12-31') <= t.period_end
),
days as (
  select s.* exclude (first_n, last_n), unnest(range(first_n, last_n + 1)) as n from spans s where last_n >= first_n
),
placement_ended as (
  select child_id, end_date, row_number() over (partition by child_id order by end_date) as ended
  from placement where end_date is not null
)
select
  a.period_end, d.authority, d.child_id, d.period_no, d.placement_no,
  age_on(p.date_of_birth, a.period_end) as age,
  age_band(age_on(p.date_of_birth, a.period_end)) as age_band,
  p.sex, p.ethnicity, p.ethnic_group, p.date_of_birth,
  d.legal_status as legal_status_code, legal_status_group(d.legal_status) as legal_status,
  d.placement_type, placement_group_of(d.placement_type) as placement_group,
  d.provider as provider_code, provider_group(d.provider, d.placement_type) as provider,
  d.miles_from_home, distance_band(d.miles_from_home) as distance_band,
  case when d.in_own_area is null then 'not_known' when d.in_own_area then 'in' else 'out' end as in_area,
  d.in_own_area, d.placement_la,
  case when u.child_id is not null and (u.until is null or u.until > a.period_end) then 'yes' else 'no' end as uasc,
  u.child_id is not null as ever_uasc,
  'not_known' as disability, 'not_known' as team,
  coalesce(d.home_ward, 'not_known') as ward, d.home_imd_rank, d.need,
  c.start_date as care_start_date, c.start_known as care_start_known, c.age_at_start,
  a.period_end - c.start_date as days_in_care,
  case when c.start_known then time_in_care_band(c.start_date, a.period_end) else 'not_known' end as time_in_care,
  r.start_date as continuous_since,
  -- In care on every day of the 12 months that end on the day, that day included (12M, decision 3).
  r.start_date <= a.year_start as in_care_12_months,
  l.start_date as placement_start_date, l.first_placement_type, l.previous_start_date as previous_placement_start_date,
  (l.placement_ordinal - coalesce(e.ended, 0))::integer as placements_in_year,
  d.file_id, d.line
from days d
join asked a using (n)
join person p on p.child_id = d.child_id
join period_of_care c on c.child_id = d.child_id and c.period_no = d.period_no
join care_run r on r.child_id = d.child_id and r.run_no = d.run_no
left join placement l on l.child_id = d.child_id and l.placement_no = d.placement_no
left join uasc_status u on u.child_id = d.child_id
asof left join placement_ended e on e.child_id = d.child_id and a.year_start >= e.end_date
where coalesce(age_on(p.date_of_birth, a.period_end) < 18, true);
