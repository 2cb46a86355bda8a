-- Children starting to be looked after: one row per period of care whose start the return holds (RNE S), with who they were that day.
create or replace view start_of_care as
select
  c.child_id, c.authority, c.period_no, c.start_date as day, c.end_date, c.ended, c.end_reason,
  c.age_at_start as age, age_band(c.age_at_start) as age_band, p.sex, p.ethnic_group,
  c.first_legal_status as legal_status_code, legal_status_group(c.first_legal_status) as legal_status,
  c.first_placement_type as placement_type, placement_group_of(c.first_placement_type) as placement_group,
  provider_group(c.first_provider, c.first_placement_type) as provider,
  case when c.first_in_own_area is null then 'not_known' when c.first_in_own_area then 'in' else 'out' end as in_area,
  distance_band(c.first_miles_from_home) as distance_band,
  case when u.child_id is not null and (u.until is null or u.until > c.start_date) then 'yes' else 'no' end as uasc,
  coalesce(c.home_ward, 'not_known') as ward, c.need,
  coalesce(x.disability, 'not_known') as disability, coalesce(x.team, 'not_known') as team, 'under_6_months' as time_in_care
from period_of_care c
join person p using (child_id)
left join uasc_status u using (child_id)
left join slice_on_event x on x.child_id = c.child_id and x.day = c.start_date
where c.started;

-- Children ceasing to be looked after: one row per period of care that ended. recorded is null where no return says so:
-- such a child is not in the count of children in care any more, but is unknown as a leaver.
create or replace view end_of_care as
select
  c.child_id, c.authority, c.period_no, c.end_date as day, c.ended as recorded, c.start_date as care_start_date, c.start_known,
  c.end_reason, case when c.start_known then c.end_date - c.start_date end as days_in_care,
  c.age_at_end as age, age_band(c.age_at_end) as age_band, p.sex, p.ethnic_group,
  c.last_legal_status as legal_status_code, legal_status_group(c.last_legal_status) as legal_status,
  c.last_placement_type as placement_type, placement_group_of(c.last_placement_type) as placement_group,
  provider_group(c.last_provider, c.last_placement_type) as provider,
  case when c.last_in_own_area is null then 'not_known' when c.last_in_own_area then 'in' else 'out' end as in_area,
  distance_band(c.last_miles_from_home) as distance_band,
  case when u.child_id is not null and (u.until is null or u.until > c.end_date) then 'yes' else 'no' end as uasc,
  coalesce(c.last_home_ward, 'not_known') as ward, c.need,
  coalesce(x.disability, 'not_known') as disability, coalesce(x.team, 'not_known') as team,
  case when c.start_known then time_in_care_band(c.start_date, c.end_date) else 'not_known' end as time_in_care
from period_of_care c
join person p using (child_id)
left join uasc_status u using (child_id)
left join slice_on_event x on x.child_id = c.child_id and x.day = c.end_date - 1
where c.end_date is not null and c.ended is distinct from false;
