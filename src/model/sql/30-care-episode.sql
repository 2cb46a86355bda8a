-- Where a postcode is: the full postcode, else its sector (approximate).
create or replace table place_known as
with asked as (
  select home_postcode as postcode from episode where home_postcode is not null
  union select placement_postcode from episode where placement_postcode is not null
)
select a.postcode, coalesce(f.easting, s.easting) as easting, coalesce(f.northing, s.northing) as northing,
       coalesce(f.la_code, s.la_code) as la_code, f.ward_code, f.imd_rank, f.postcode is null as approximate
from asked a
left join reference.postcode f on f.postcode = a.postcode
left join reference.postcode s on s.postcode = left(a.postcode, length(a.postcode) - 2)
where f.postcode is not null or s.postcode is not null;

-- Episodes in care (short breaks left out), each numbered into its period of care and its counted placement.
-- Period: begins at RNE S, after a gap, or after an end that was not X1. Run: unbroken days in care, whatever the periods.
-- Counted placement (indicators.md section 1): temporary placements and L continue it, T and U (same carer) continue it
-- unless the setting says otherwise, A3 and A5 with the current foster carer continue it, the rest begin a new one.
create or replace table care_episode as
with care as (
  select e.*,
    lag(end_date) over child as previous_end,
    lag(end_reason) over child as previous_end_reason,
    lag(temporary) over child as after_temporary,
    lag(child_id) over child is null as first_held
  from episode e where not short_break
  window child as (partition by child_id order by start_date)
),
numbered as (
  select *,
    sum(case when first_held or start_reason = 'S' or previous_end < start_date or coalesce(previous_end_reason, 'X1') <> 'X1'
             then 1 else 0 end) over child as period_no,
    sum(case when previous_end is distinct from start_date then 1 else 0 end) over child as run_no
  from care
  window child as (partition by child_id order by start_date)
),
settled as (
  select child_id, start_date, period_no,
    lag(placement_type) over period as place_before,
    lag(child_id) over period is not null as placed_before,
    lag(placement_postcode) over period as postcode_before
  from numbered where not temporary
  window period as (partition by child_id, period_no order by start_date)
),
moved as (
  select n.*, s.place_before, s.placed_before,
    case
      when n.temporary then false
      -- A blank PLACE is a placement all the same: what follows it is judged by its RNE.
      when not s.placed_before then true
      when n.after_temporary and n.placement_type = s.place_before
           and (n.placement_postcode = s.postcode_before or n.placement_postcode is null or s.postcode_before is null) then false
      when n.start_reason in ('L', 'resumed') then false
      when n.start_reason in ('T', 'U') then not same_carer_moves_continue()
      when n.placement_type in ('A3', 'A5') and (foster(s.place_before) or s.place_before in ('A3', 'A5')) then false
      when n.start_reason in ('P', 'B', 'S') then true
      else n.placement_type is distinct from s.place_before
    end as moves
  from numbered n
  left join settled s using (child_id, start_date)
),
placed as (
  select *,
    -- A period that begins with a temporary placement has a number for it, and no counted placement until the first that is not.
    sum(case when moves or period_no is distinct from period_before then 1 else 0 end) over child as placement_no
  from (select *, lag(period_no) over (partition by child_id order by start_date) as period_before from moved)
  window child as (partition by child_id order by start_date)
),
carried as (
  select * replace (
    case when temporary then arg_max_null(placement_type, start_date) filter (where not temporary) over placement else placement_type end as placement_type,
    case when temporary then arg_max_null(placement_postcode, start_date) filter (where not temporary) over placement else placement_postcode end as placement_postcode,
    case when temporary then arg_max_null(provider, start_date) filter (where not temporary) over placement else provider end as provider,
    case when temporary then arg_max_null(urn, start_date) filter (where not temporary) over placement else urn end as urn),
    placement_type as returned_placement_type
  from placed
  window placement as (partition by child_id, period_no, placement_no order by start_date rows between unbounded preceding and current row)
)
select
  c.child_id, c.authority, c.period_no::integer as period_no, c.run_no::integer as run_no, c.placement_no::integer as placement_no,
  c.start_date, c.end_date, c.start_reason, c.end_reason, c.end_recorded, c.legal_status, c.need,
  c.placement_type, c.returned_placement_type, c.temporary, c.moves, c.provider, c.change_reason,
  c.home_postcode, c.placement_postcode, c.urn,
  coalesce(c.given_miles, case when h.easting is not null and p.easting is not null and not starts_with(coalesce(h.la_code, ''), 'N') and not starts_with(coalesce(p.la_code, ''), 'N')
            and starts_with(coalesce(h.la_code, 'E'), 'E')
       then round(sqrt(pow(h.easting - p.easting, 2) + pow(h.northing - p.northing, 2)) / 1000 / 1.6093, 1) end) as miles_from_home,
  p.la_code as placement_la,
  case when p.la_code is null then null else same_authority(p.la_code, c.authority) end as in_own_area,
  h.la_code as home_la, h.ward_code as home_ward, h.imd_rank as home_imd_rank,
  c.collection_year, c.file_id, c.line
from carried c
left join place_known h on h.postcode = c.home_postcode
left join place_known p on p.postcode = c.placement_postcode;
