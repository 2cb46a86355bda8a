-- One row per spell of an episode, [start_date, end_date), never two on one day for one child.
-- Closed where a return left it open but another row shows what followed; split where rows overlap, the latest start ruling each day.
create or replace table episode as
with last_return as (
  -- A later return with a header and no row is a return too: `return_held` has it.
  select authority, max(collection_year) as collection_year
  from (
    select authority, collection_year from returned.episodes
    union all select authority, collection_year from reference.return_held where source = 'Episodes'
  )
  group by authority
),
-- The return, and what goes on from it. told_in orders the sources: of what a later one holds, an earlier one is silent. closed_by: the first
-- day of which a later one tells.
told as (
  select e.authority, e.child, e.decom, coalesce(e.dec, x.dec) as dec, e.rne, coalesce(e.rec, x.rec) as rec, e.ls, e.cin, e.place, e.place_provider,
    coalesce(e.reason_place_change, x.reason_place_change) as reason_place_change, e.home_post, e.pl_post, e.urn, null::double as given_miles,
    e.collection_year, e.file_id, e.line, e.collection_year as told_in,
    case when e.collection_year < l.collection_year then year_close(e.collection_year) else t.from_day end as closed_by
  from returned.episodes e
  join last_return l on l.authority = e.authority
  left join (select authority, min(from_day) as from_day from care_taken_over group by authority) t on t.authority = e.authority
  -- Open on the last day of the last return, it may end on the first day of what comes after.
  left join (
    select authority, child, dec, any_value(rec) as rec, any_value(reason_place_change) as reason_place_change
    from standard_episode where closes_only group by all
  ) x on x.authority = e.authority and x.child = e.child and e.dec is null and e.collection_year = l.collection_year and x.dec = t.from_day
  where e.use = 'used'
  union all by name
  select s.authority, s.child, s.decom, s.dec, s.rne, s.rec, s.ls, s.cin, s.place, s.place_provider, s.reason_place_change, s.home_post, s.pl_post, s.urn,
    s.given_miles, year(s.decom) + (month(s.decom) >= 4)::integer as collection_year, s.file_id, s.line, s.told_in, n.from_day as closed_by
  from standard_episode s
  left join care_taken_over n on n.authority = s.authority and n.source = 'annex_a_list_8' and s.source <> n.source
  where not s.closes_only
),
held as (
  select
    p.child_id, e.authority, e.decom as start_date, e.dec as returned_end, e.rne as start_reason, e.rec as end_reason,
    -- A code that is in no list is not known, whatever it was meant to be.
    case when legal_status_group(e.ls) <> 'not_known' then e.ls end as legal_status, e.cin as need,
    case when placement_group_of(e.place) <> 'not_known' then e.place end as placement_type, e.place_provider as provider,
    e.reason_place_change as change_reason, plain_postcode(e.home_post) as home_postcode,
    plain_postcode(e.pl_post) as placement_postcode, e.urn, e.given_miles, e.collection_year, e.file_id, e.line,
    lead(e.decom) over child as next_start, lead(e.rne) over child as next_reason,
    lead(e.told_in) over child as next_told, e.told_in, e.closed_by
  from told e
  join person p on p.authority = e.authority and p.local_id = e.child
  window child as (partition by p.child_id order by e.decom)
),
-- A later return holds everyone in care on any day of its year. Where it does not carry an open episode on, care had ended by then.
closed as (
  select *,
    case
      when returned_end is not null then returned_end
      when next_start is not null and next_reason = 'S' and next_told > told_in
        then greatest(least(next_start, closed_by), start_date + 1)
      when next_start is not null then next_start
      when closed_by is not null then greatest(closed_by, start_date + 1)
    end as end_date,
    returned_end is not null as end_recorded
  from held
),
marked as (
  select *, coalesce(max(coalesce(end_date, date '9999-12-31')) over (
      partition by child_id order by start_date rows between unbounded preceding and 1 preceding) > start_date, false) as crossing
  from closed
),
tangled as (select distinct child_id from marked where crossing),
edges as (
  select child_id, start_date as d from marked where child_id in (from tangled)
  union select child_id, coalesce(end_date, date '9999-12-31') from marked where child_id in (from tangled)
),
segments as (
  select child_id, d as from_d, lead(d) over (partition by child_id order by d) as to_d from edges
),
ruled as (
  select s.child_id, s.from_d, s.to_d, max(m.start_date) as start_date
  from segments s
  join marked m on m.child_id = s.child_id and m.start_date <= s.from_d and coalesce(m.end_date, date '9999-12-31') >= s.to_d
  where s.to_d is not null
  group by all
),
islands as (
  select *, sum(case when start_date = before and from_d = before_to then 0 else 1 end) over (partition by child_id order by from_d) as island
  from (select *, lag(start_date) over w as before, lag(to_d) over w as before_to from ruled window w as (partition by child_id order by from_d))
),
pieces as (
  select child_id, start_date, min(from_d) as piece_start, nullif(max(to_d), date '9999-12-31') as piece_end
  from islands group by child_id, start_date, island
),
untangled as (
  select m.* replace (
      p.piece_start as start_date,
      p.piece_end as end_date,
      case when p.piece_start > m.start_date then 'resumed' else m.start_reason end as start_reason,
      case when p.piece_end is distinct from m.end_date then 'X1' else m.end_reason end as end_reason,
      case when p.piece_end is distinct from m.end_date then null else m.change_reason end as change_reason,
      m.end_recorded or p.piece_end is distinct from m.end_date as end_recorded)
  from pieces p join marked m on m.child_id = p.child_id and m.start_date = p.start_date
),
every as (
  select * from marked where child_id not in (from tangled)
  union all by name select * from untangled
)
select
  child_id, authority, start_date, end_date,
  start_reason,
  case when end_date is null then null
       when end_reason is null and end_date = next_start and next_reason is distinct from 'S' then 'X1'
       else end_reason end as end_reason,
  end_recorded,
  legal_status,
  coalesce(legal_status in ('V3', 'V4'), false) as short_break,
  need, placement_type,
  coalesce(placement_type in ('T0', 'T1', 'T2', 'T3', 'T4'), false) as temporary,
  provider, change_reason, home_postcode, placement_postcode, urn, given_miles, collection_year, file_id, line
from every;
