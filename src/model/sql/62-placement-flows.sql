-- Counted placements that began: one row each, with who the child was that day. first: at the start of a period of care.
-- One whose beginning the return does not hold (the first of a period whose start is not held) is left out.
create or replace view placement_start as
select
  l.child_id, l.authority, l.period_no, l.placement_no, l.start_date as day,
  l.first_in_period and coalesce(l.start_reason, '') not in ('P', 'B') as first,
  l.first_placement_type as placement_type, placement_group_of(l.first_placement_type) as placement_group,
  provider_group(l.first_provider, l.first_placement_type) as provider,
  l.first_miles_from_home as miles_from_home, l.first_in_own_area as in_own_area,
  case when l.first_in_own_area is null then 'not_known' when l.first_in_own_area then 'in' else 'out' end as in_area,
  distance_band(l.first_miles_from_home) as distance_band,
  legal_status_group(l.first_legal_status) as legal_status,
  age_on(p.date_of_birth, l.start_date) as age, age_band(age_on(p.date_of_birth, l.start_date)) as age_band, p.sex, p.ethnic_group,
  case when u.child_id is not null and (u.until is null or u.until > l.start_date) then 'yes' else 'no' end as uasc,
  coalesce(l.first_home_ward, 'not_known') as ward, coalesce(x.disability, 'not_known') as disability, coalesce(x.team, 'not_known') as team,
  case when c.start_known then time_in_care_band(c.start_date, l.start_date) else 'not_known' end as time_in_care,
  l.previous_placement_type
from placement l
join person p using (child_id)
join period_of_care c on c.child_id = l.child_id and c.period_no = l.period_no
left join uasc_status u on u.child_id = l.child_id
left join slice_on_event x on x.child_id = l.child_id and x.day = l.start_date
where not l.first_in_period or c.start_known or l.start_reason in ('P', 'B');

-- Counted placements that ended: one row each, with who the child was that day. followed: by another placement in the same period of care.
create or replace view placement_end as
select
  l.child_id, l.authority, l.period_no, l.placement_no, l.end_date as day, l.start_date as placement_start_date, l.followed, l.change_reason,
  c.ended as care_ended, c.end_reason, l.next_placement_type,
  l.last_placement_type as placement_type, placement_group_of(l.last_placement_type) as placement_group,
  provider_group(l.last_provider, l.last_placement_type) as provider,
  l.last_miles_from_home as miles_from_home, l.last_in_own_area as in_own_area,
  case when l.last_in_own_area is null then 'not_known' when l.last_in_own_area then 'in' else 'out' end as in_area,
  distance_band(l.last_miles_from_home) as distance_band,
  legal_status_group(l.last_legal_status) as legal_status,
  age_on(p.date_of_birth, l.end_date) as age, age_band(age_on(p.date_of_birth, l.end_date)) as age_band, p.sex, p.ethnic_group,
  case when u.child_id is not null and (u.until is null or u.until > l.end_date) then 'yes' else 'no' end as uasc,
  coalesce(l.last_home_ward, 'not_known') as ward, coalesce(x.disability, 'not_known') as disability, coalesce(x.team, 'not_known') as team,
  case when c.start_known then time_in_care_band(c.start_date, l.end_date) else 'not_known' end as time_in_care
from placement l
join person p using (child_id)
join period_of_care c on c.child_id = l.child_id and c.period_no = l.period_no
left join uasc_status u on u.child_id = l.child_id
left join slice_on_event x on x.child_id = l.child_id and x.day = l.end_date - 1
where l.end_date is not null;
