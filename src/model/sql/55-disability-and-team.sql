-- Slices of a child that the return does not have, [start_date, end_date), never two of one source on one day. Which source is used on a
-- day is chosen per council where they are read (90-in-care-at.sql). Pictures that say the same are one spell.
create or replace table list_8_picture as
select authority, as_at, lead(as_at) over (partition by authority order by as_at) as next_as_at,
  row_number() over (partition by authority order by as_at) as picture_no, 'annex_a_list_8' as source
from (select distinct authority, as_at from extract.annex_a_list_8);

-- Disabled: any code but NONE. A table that says NONE of nobody lists only those with a disability, so that the others have none; in one
-- that says NONE of some, a child without a row is not known (local-extracts.md section 2).
create or replace table child_disability as
with coded as (
  select p.child_id, x.authority,
    case when bool_or(x.disa_disability_code not in ('NONE', 'unknown')) then true
         when bool_and(x.disa_disability_code is not distinct from 'NONE') then false end as disabled,
    min(x.file_id) as file_id, min(x.line) as line
  from extract.ssd_disability x join person p on p.authority = x.authority and p.local_id = x.disa_person_id
  group by all
),
others as (
  select p.child_id, p.authority from person p
  where p.authority in (select authority from reference.return_held where source = 'ssd_disability')
    and p.authority not in (select authority from extract.ssd_disability where disa_disability_code = 'NONE')
    and p.child_id not in (select child_id from coded)
),
pictured as (
  select p.child_id, x.authority, d.picture_no, x.as_at, d.next_as_at, bool_or(x.disability) as disabled, min(x.file_id) as file_id, min(x.line) as line
  from extract.annex_a_list_8 x
  join list_8_picture d using (authority, as_at)
  join person p on p.authority = x.authority and p.local_id = x.child_id
  where x.disability is not null
  group by all
),
same as (
  select *, picture_no - row_number() over (partition by child_id, disabled order by picture_no) as island from pictured
)
select child_id, authority, disabled, date '1900-01-01' as start_date, null::date as end_date, 'ssd_disability' as source, file_id, line
from coded where disabled is not null
union all
select child_id, authority, false, date '1900-01-01', null, 'ssd_disability', null, null from others
union all
select child_id, authority, disabled, min(as_at), arg_max_null(next_as_at, as_at), 'annex_a_list_8', min(file_id), min(line)
from same group by child_id, authority, disabled, island;

-- The team that holds the case. The standard dataset's role is free text: where any role of the council names an allocated or case worker or
-- a social worker, only those hold cases. Of two open on one day the one that began later.
create or replace table child_team as
with involved as (
  select p.child_id, x.authority, x.invo_professional_team as team, x.invo_involvement_start_date as start_date,
    coalesce(x.invo_involvement_end_date, date '9999-12-31') as end_date, x.file_id, x.line,
    regexp_matches(lower(coalesce(x.invo_professional_role_id, '')), 'allocated|case ?(worker|holder|holding)|social worker') as holds,
    bool_or(regexp_matches(lower(coalesce(x.invo_professional_role_id, '')), 'allocated|case ?(worker|holder|holding)|social worker')) over (partition by x.authority) as says_who_holds
  from extract.ssd_involvements x
  join person p on p.authority = x.authority and p.local_id = x.invo_person_id
),
holding as (
  select * from involved where team is not null and (holds or not says_who_holds) and end_date > start_date
),
edge as (
  select child_id, start_date as d from holding union select child_id, end_date from holding
),
segment as (
  select child_id, d as start_date, lead(d) over (partition by child_id order by d) as end_date from edge
),
ruled as (
  select s.child_id, h.authority, s.start_date, s.end_date,
    max_by(struct_pack(team := h.team, file_id := h.file_id, line := h.line), (h.start_date, h.file_id, h.line)) as held
  from segment s join holding h on h.child_id = s.child_id and h.start_date <= s.start_date and h.end_date >= s.end_date
  where s.end_date is not null
  group by all
),
pictured as (
  select p.child_id, x.authority, d.picture_no, x.as_at, d.next_as_at, max_by(x.team, (x.started_on, x.line)) as team, min(x.file_id) as file_id, min(x.line) as line
  from extract.annex_a_list_8 x
  join list_8_picture d using (authority, as_at)
  join person p on p.authority = x.authority and p.local_id = x.child_id
  where x.team is not null
  group by all
),
same as (
  select *, picture_no - row_number() over (partition by child_id, team order by picture_no) as island from pictured
)
select child_id, authority, held.team as team, start_date, nullif(end_date, date '9999-12-31') as end_date, 'ssd_involvements' as source,
  held.file_id as file_id, held.line as line
from ruled
union all
select child_id, authority, team, min(as_at), arg_max_null(next_as_at, as_at), 'annex_a_list_8', min(file_id), min(line)
from same group by child_id, authority, team, island;

-- The same of a child on the day something began, or on the last day before it ended: periods of care and counted placements. The
-- source is the one whose word is taken on that day; what no source says is not there.
create or replace table slice_on_event as
with event as (
  select child_id, authority, start_date as day from period_of_care
  union select child_id, authority, end_date - 1 from period_of_care where end_date is not null
  union select child_id, authority, start_date from placement
  union select child_id, authority, end_date - 1 from placement where end_date is not null
),
word as (
  select e.authority, e.day, r.relation, arg_min(h.source, r.rank) as source
  from (select distinct authority, day from event) e
  join reference.return_held h on h.authority = e.authority and h.first_day <= e.day and h.last_day >= e.day
  join source_rank r on r.source = h.source and r.relation in ('child_disability', 'child_team')
  group by all
),
said as (
  select e.child_id, e.day, y.disabled, null::varchar as team
  from event e
  join word w on w.relation = 'child_disability' and w.authority = e.authority and w.day = e.day
  join child_disability y on y.child_id = e.child_id and y.source = w.source
    and y.start_date <= e.day and coalesce(y.end_date, date '9999-12-31') > e.day
  union all
  select e.child_id, e.day, null, t.team
  from event e
  join word w on w.relation = 'child_team' and w.authority = e.authority and w.day = e.day
  join child_team t on t.child_id = e.child_id and t.source = w.source
    and t.start_date <= e.day and coalesce(t.end_date, date '9999-12-31') > e.day
)
select child_id, day, case when any_value(disabled) then 'yes' when not any_value(disabled) then 'no' else 'not_known' end as disability,
  coalesce(any_value(team), 'not_known') as team
from said
group by child_id, day;
