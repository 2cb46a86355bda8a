-- Episodes of care for the days that the return does not reach: after its last day, or all where the council has none. First the Standard
-- Safeguarding Dataset, after it Annex A list 8 (local-extracts.md section 2: the order is of the council and the day, never of the child).
-- The columns are those of returned.episodes; decom is the day the row begins to count, `resumed` one that had begun before that.

-- Which source speaks for care after the return, and from which day. The dataset needs all four of its tables.
create or replace table care_taken_over as
with standard as (
  select authority, 'ssd_cla_episodes' as source, min(last_day) as last_day
  from (
    select authority, source, max(last_day) as last_day from reference.return_held
    where source in ('ssd_person', 'ssd_cla_episodes', 'ssd_cla_placement', 'ssd_legal_status') group by all
  )
  group by authority having count(*) = 4
),
reaches as (
  select authority, 1 as rank, source, last_day from standard
  union all
  select authority, 2, 'annex_a_list_8', max(first_day) from reference.return_held where source = 'annex_a_list_8' group by all
),
before as (
  select s.*, greatest(r.last_day, max(s.last_day) over (partition by s.authority order by s.rank rows between unbounded preceding and 1 preceding)) as reached
  from reaches s left join returned_reach r on r.authority = s.authority and r.source = 'Episodes'
)
select authority, source, reached + 1 as from_day, last_day from before where reached is null or last_day > reached;

-- The days of which a history of care is held.
create or replace table care_held as
select authority, source, first_day, last_day from reference.return_held where source = 'Episodes'
union all
select t.authority, t.source, greatest(h.first_day, t.from_day), t.last_day
from care_taken_over t
join (select authority, source, min(first_day) as first_day from reference.return_held where source = 'ssd_cla_episodes' group by all) h using (authority, source);

-- One row per row of ssd_cla_episodes. The placement and why it ended go by its id, the reason with the last episode of the placement; the
-- legal status is the one in force when the episode began, of two the later; the home is where the child lived when the period of care began.
create or replace table dataset_episode as
with given as (
  select x.*, coalesce(min(x.clae_cla_episode_start_date) over (partition by x.authority, x.clae_person_id, x.clae_cla_id), x.clae_cla_episode_start_date) as period_start,
    row_number() over (partition by x.authority, x.clae_cla_placement_id order by x.clae_cla_episode_start_date desc, x.line desc) = 1 as last_of_placement
  from extract.ssd_cla_episodes x
  join care_taken_over t on t.authority = x.authority and t.source = 'ssd_cla_episodes'
  where x.clae_cla_episode_ceased_date is null or x.clae_cla_episode_ceased_date > x.clae_cla_episode_start_date
  qualify row_number() over (partition by x.authority, x.clae_person_id, x.clae_cla_episode_start_date order by x.file_id desc, x.line desc) = 1
),
status as (
  select g.authority, g.clae_cla_episode_id as id, arg_max(l.lega_legal_status, (l.lega_legal_status_start_date, l.file_id, l.line)) as ls
  from given g
  join extract.ssd_legal_status l on l.authority = g.authority and l.lega_person_id = g.clae_person_id
    and l.lega_legal_status_start_date <= g.clae_cla_episode_start_date
    and (l.lega_legal_status_end_date is null or l.lega_legal_status_end_date > g.clae_cla_episode_start_date)
  group by all
),
-- The type of an address is words: one that says home or primary, and not placement.
home as (
  select g.authority, g.clae_cla_episode_id as id,
    arg_max(a.addr_address_postcode, (coalesce(a.addr_address_start_date, date '1900-01-01'), a.file_id, a.line)) as postcode
  from given g
  join extract.ssd_address a on a.authority = g.authority and a.addr_person_id = g.clae_person_id
    and coalesce(a.addr_address_start_date, date '1900-01-01') <= g.period_start
    and (a.addr_address_end_date is null or a.addr_address_end_date > g.period_start)
  where regexp_matches(lower(coalesce(a.addr_address_type, '')), 'home|primary') and lower(a.addr_address_type) not like '%placement%'
  group by all
)
select g.authority, g.clae_person_id as child, g.clae_cla_episode_start_date as decom, g.clae_cla_episode_start_reason as rne, s.ls,
  g.clae_cla_primary_need_code as cin, p.clap_cla_placement_type as place, p.clap_cla_placement_provider as place_provider,
  g.clae_cla_episode_ceased_date as dec, g.clae_cla_episode_ceased_reason as rec,
  case when g.last_of_placement then p.clap_cla_placement_change_reason end as reason_place_change,
  h.postcode as home_post, p.clap_cla_placement_postcode as pl_post, p.clap_cla_placement_urn as urn,
  -- 999.9: not known.
  case when p.clap_cla_placement_distance < 999 and not exists (from reference.postcode) then round(p.clap_cla_placement_distance, 1) end as given_miles,
  g.file_id, g.line
from given g
left join status s on s.authority = g.authority and s.id = g.clae_cla_episode_id
left join home h on h.authority = g.authority and h.id = g.clae_cla_episode_id
left join extract.ssd_cla_placement p on p.authority = g.authority and p.clap_cla_placement_id = g.clae_cla_placement_id;

-- From the pictures of list 8: a child's legal status and placement, each from the day the list gives (before it, from the start of care, it
-- is not known) or where it changed unsaid from the day after the picture before; until the next picture says other, or care ended. A child
-- whom the next picture no longer has left by then, nobody says how.
create or replace table listed_episode as
with listed as (
  select x.*, d.next_as_at, lag(x.as_at) over child as before_as_at,
    lag(x.legal_status) over child as before_status, lag(x.placement_type) over child as before_type, lag(x.provider) over child as before_provider,
    lag(x.placement_postcode) over child as before_postcode
  from extract.annex_a_list_8 x
  join care_taken_over t on t.authority = x.authority and t.source = 'annex_a_list_8' and (t.from_day is null or x.as_at >= t.from_day)
  join (
    select authority, as_at, lead(as_at) over (partition by authority order by as_at) as next_as_at
    from (select distinct authority, as_at from extract.annex_a_list_8)
  ) d on d.authority = x.authority and d.as_at = x.as_at
  window child as (partition by x.authority, x.child_id, x.started_on order by x.as_at)
),
period as (
  select authority, child_id, started_on, max_by(struct_pack(as_at := as_at, next_as_at := next_as_at, ended_on := ended_on, reason := end_reason), as_at) as last
  from listed group by all
),
-- What changed on a day: the latest picture that says so of that day rules.
status as (
  select authority, child_id, started_on, legal_status as value, as_at,
    case when before_as_at is null then greatest(coalesce(legal_status_on, started_on), started_on)
         else greatest(coalesce(legal_status_on, started_on), started_on, before_as_at + 1) end as day
  from listed where before_as_at is null or before_status is distinct from legal_status
),
placed as (
  select authority, child_id, started_on, placement_type, provider, placement_postcode, placement_urn, as_at,
    case when before_as_at is null then greatest(coalesce(placement_on, started_on), started_on)
         else greatest(coalesce(placement_on, started_on), started_on, before_as_at + 1) end as day
  from listed where before_as_at is null
    or (before_type, before_provider, before_postcode) is distinct from (placement_type, provider, placement_postcode)
),
edge as (
  select authority, child_id, started_on, started_on as day from period
  union select authority, child_id, started_on, day from status
  union select authority, child_id, started_on, day from placed
),
cut as (
  select e.*, lead(e.day) over (partition by e.authority, e.child_id, e.started_on order by e.day) as next_day from edge e
),
said as (
  select c.*, l.last.ended_on as ended_on, l.last.reason as end_reason, l.last.as_at as last_as_at, l.last.next_as_at as gone_on,
    (select max_by(struct_pack(v := s.value, day := s.day), (s.day, s.as_at)) from status s
     where s.authority = c.authority and s.child_id = c.child_id and s.started_on = c.started_on and s.day <= c.day) as status,
    (select max_by(struct_pack(type := p.placement_type, provider := p.provider, post := p.placement_postcode, urn := p.placement_urn, day := p.day), (p.day, p.as_at)) from placed p
     where p.authority = c.authority and p.child_id = c.child_id and p.started_on = c.started_on and p.day <= c.day) as placed
  from cut c join period l using (authority, child_id, started_on)
  where l.last.ended_on is null or c.day < l.last.ended_on
)
select s.authority, s.child_id as child, s.day as decom,
  case when s.day = s.started_on then 'S' when s.day = s.placed.day and s.day = s.status.day then 'B' when s.day = s.placed.day then 'P' else 'L' end as rne,
  s.status.v as ls, x.need as cin, s.placed.type as place, s.placed.provider as place_provider,
  case when s.next_day is not null and (s.ended_on is null or s.next_day < s.ended_on) then s.next_day else coalesce(s.ended_on, s.gone_on) end as dec,
  case when s.next_day is not null and (s.ended_on is null or s.next_day < s.ended_on) then 'X1' when s.ended_on is not null then s.end_reason end as rec,
  s.placed.post as pl_post, s.placed.urn as urn, x.file_id, x.line
from said s
join extract.annex_a_list_8 x on x.authority = s.authority and x.child_id = s.child_id and x.started_on = s.started_on and x.as_at = s.last_as_at;

-- Both, cut to the days that the sources before them do not reach. One that ended on the first of those days has no day left to count, but tells
-- how the one before ended: `closes_only`. told_in: later than any return, the later source the later.
create or replace table standard_episode as
with every as (
  select *, 'ssd_cla_episodes' as source from dataset_episode
  union all by name select *, 'annex_a_list_8' as source from listed_episode
)
select e.* exclude (decom, rne), greatest(e.decom, t.from_day) as decom,
  case when e.decom < t.from_day then 'resumed' else e.rne end as rne,
  coalesce(e.dec = t.from_day, false) as closes_only,
  case e.source when 'ssd_cla_episodes' then 10001 else 10002 end as told_in
from every e
join care_taken_over t on t.authority = e.authority and t.source = e.source
where t.from_day is null or e.dec is null or e.dec >= t.from_day
-- Of rows that overlap on the first day the one that began last.
qualify row_number() over (partition by e.authority, e.child, e.source, greatest(e.decom, t.from_day), closes_only order by e.decom desc, e.line desc) = 1;
