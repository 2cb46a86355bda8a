-- Children in care on each day asked: one row per child per period end (table `care_day(period_end)`). A select: the caller keeps it.
-- In care on d: an episode, not a short break, with start_date <= d and (end_date is null or end_date > d), and under 18.
with asked as (
  select period_end, row_number() over (order by period_end) as n, months_back(period_end, 12) as year_start from care_day
),
-- An episode covers the asked days from the first on or after its start to the last before its end: found once per episode, not per day.
reach as (
  select e.child_id, e.start_date, e.end_date, f.n as first_n
  from care_episode e asof join asked f on e.start_date <= f.period_end
),
spans as (
  select r.child_id, r.start_date, r.first_n, coalesce(t.n - 1, (select max(n) from asked)) as last_n
  from reach r asof left join asked t on coalesce(r.end_date, date '9999-12-31') <= t.period_end
),
days as materialized (
  select child_id, start_date, unnest(range(first_n, last_n + 1)) as n from spans where last_n >= first_n
),
placements_ended as (
  select child_id, list(end_date) as ends from placement where end_date is not null group by child_id
),
-- Whose word is taken for what the return does not have: of each council, on each day (returns/facts.yaml).
word as (
  select a.n, a.period_end, h.authority, r.relation, arg_min(h.source, r.rank) as source
  from asked a
  join reference.return_held h on h.first_day <= a.period_end and h.last_day >= a.period_end
  join source_rank r on r.source = h.source and r.relation in ('child_disability', 'child_team')
  group by all
),
-- Found on narrow rows and joined once: carried along with the wide rows below these joins take twenty times as long.
slice_day as (
  select child_id, n, any_value(disabled) as disabled, any_value(team) as team
  from (
    select d.child_id, d.n, y.disabled, null::varchar as team
    from days d
    join person p on p.child_id = d.child_id
    join word w on w.relation = 'child_disability' and w.authority = p.authority and w.n = d.n
    join child_disability y on y.child_id = d.child_id and y.source = w.source
      and y.start_date <= w.period_end and coalesce(y.end_date, date '9999-12-31') > w.period_end
    union all
    select d.child_id, d.n, null, t.team
    from days d
    join person p on p.child_id = d.child_id
    join word w on w.relation = 'child_team' and w.authority = p.authority and w.n = d.n
    join child_team t on t.child_id = d.child_id and t.source = w.source
      and t.start_date <= w.period_end and coalesce(t.end_date, date '9999-12-31') > w.period_end
  )
  group by child_id, n
),
-- What does not change from one asked day to the next, joined once per episode.
settled as (
  select
    e.child_id, e.start_date, e.authority, e.period_no, e.placement_no, p.sex, p.ethnicity, p.ethnic_group, p.date_of_birth,
    e.legal_status as legal_status_code, legal_status_group(e.legal_status) as legal_status,
    e.placement_type, placement_group_of(e.placement_type) as placement_group,
    e.provider as provider_code, provider_group(e.provider, e.placement_type) as provider,
    e.miles_from_home, distance_band(e.miles_from_home) as distance_band,
    case when e.in_own_area is null then 'not_known' when e.in_own_area then 'in' else 'out' end as in_area,
    e.in_own_area, e.placement_la, u.child_id is not null as ever_uasc, u.until as uasc_until,
    coalesce(e.home_ward, 'not_known') as ward, e.home_imd_rank, e.need,
    c.start_date as care_start_date, c.start_known as care_start_known, c.age_at_start, r.start_date as continuous_since, r.start_known as continuous_known,
    l.start_date as placement_start_date, l.first_placement_type, l.previous_start_date as previous_placement_start_date,
    -- Of the placement, or of the latest before a period that begins with a temporary one.
    max(l.placement_ordinal) over (partition by e.child_id order by e.start_date) as placements_begun, x.ends, e.file_id, e.line
  from care_episode e
  join person p on p.child_id = e.child_id
  join period_of_care c on c.child_id = e.child_id and c.period_no = e.period_no
  join care_run r on r.child_id = e.child_id and r.run_no = e.run_no
  left join placement l on l.child_id = e.child_id and l.placement_no = e.placement_no
  left join uasc_status u on u.child_id = e.child_id
  left join placements_ended x on x.child_id = e.child_id
)
select
  a.period_end, s.authority, s.child_id, s.period_no, s.placement_no,
  age_on(s.date_of_birth, a.period_end) as age,
  age_band(age_on(s.date_of_birth, a.period_end)) as age_band,
  s.sex, s.ethnicity, s.ethnic_group, s.date_of_birth, s.legal_status_code, s.legal_status, s.placement_type, s.placement_group,
  s.provider_code, s.provider, s.miles_from_home, s.distance_band, s.in_area, s.in_own_area, s.placement_la,
  case when s.ever_uasc and coalesce(s.uasc_until, date '9999-12-31') > a.period_end then 'yes' else 'no' end as uasc,
  s.ever_uasc,
  case when x.disabled then 'yes' when not x.disabled then 'no' else 'not_known' end as disability, coalesce(x.team, 'not_known') as team, s.ward, s.home_imd_rank, s.need,
  s.care_start_date, s.care_start_known, s.age_at_start, a.period_end - s.care_start_date as days_in_care,
  case when s.care_start_known then time_in_care_band(s.care_start_date, a.period_end) else 'not_known' end as time_in_care,
  s.continuous_since, s.continuous_known,
  -- In care on every day of the 12 months that end on the day, that day included (12M, decision 3).
  s.continuous_since <= a.year_start as in_care_12_months,
  s.placement_start_date, s.first_placement_type, s.previous_placement_start_date,
  -- Counted placements that overlap the 12 months: those begun by the day, less those that had ended when the 12 months began.
  nullif(s.placements_begun - coalesce(len(list_filter(s.ends, lambda d: d <= a.year_start)), 0), 0)::integer as placements_in_year,
  s.file_id, s.line
from days d
join asked a using (n)
join settled s using (child_id, start_date)
left join slice_day x on x.child_id = d.child_id and x.n = d.n
where coalesce(age_on(s.date_of_birth, a.period_end) < 18, true)
