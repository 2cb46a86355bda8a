-- Periods of care of one council, each to its end or to the 18th birthday, whichever comes first; short breaks are not in them.
with born as (
  select c.*, p.date_of_birth,
    anniversary(p.date_of_birth, 216) as eighteenth
  from period_of_care c join person p using (child_id)
  where c.authority = $authority
),
-- Of a birthday that is not known: as old when care began as half of all children are who had come by then.
usual as (
  select coalesce(median(eighteenth - start_date), 3285)::integer as days_left from born
  where eighteenth is not null and start_date <= $until
),
known as (
  select b.* replace (coalesce(eighteenth, start_date + usual.days_left) as eighteenth) from born b, usual
)
select
  k.child_id as child, k.period_no as period,
  k.start_date as start_day,
  case when coalesce(k.end_date, date '9999-12-31') >= k.eighteenth then case when k.eighteenth <= $until then k.eighteenth end
       else k.end_date end as end_day,
  k.eighteenth,
  case when k.end_date is null or k.end_date >= k.eighteenth then case when k.eighteenth <= $until then 'eighteen' end
       when k.ended is distinct from true then null
       when returned_home(k.end_reason) then 'home'
       when special_guardianship(k.end_reason) or child_arrangements(k.end_reason) then 'guardianship'
       when adopted(k.end_reason) then 'adoption'
       else 'other' end as exit,
  k.end_reason is not null and special_guardianship(k.end_reason) as special_guardianship,
  case when u.child_id is not null and (u.until is null or u.until > k.start_date) then 'unaccompanied' else 'general' end as stream,
  k.home_postcode as home
from known k
left join uasc_status u using (child_id)
where k.start_date <= $until and k.start_date < k.eighteenth
order by k.start_date, k.child_id
