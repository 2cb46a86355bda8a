-- Reviews that fell due while the child was in care: the Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959),
-- regulation 33. The first within 20 working days of the start of care, the second within 3 months of the first, each after that within
-- 6 months of the last held. One row per review due, whether it was held (`held_date`, perhaps late) or not (null).
-- Where the first review of a period may lie before the first return held, the due dates start at the second known review: the first
-- known may or may not be the first of all, so it is not settled whether the next was due in 3 months or in 6 (indicators.md section 9,
-- decision 28). Short breaks have none: they are not periods of care.
create or replace table review_due as
with first_return as (
  select authority, coalesce(min(first_day) filter (source = 'Reviews'), min(first_day)) as day
  from reference.return_held where source in ('Reviews', 'ssd_cla_reviews') group by authority
),
-- `until`: the day care ended or the child turned 18, whichever came first. `whole`: every review of the period would be held.
schedule as (
  select c.child_id, c.authority, c.period_no, c.start_date, c.end_date,
    least(c.end_date, anniversary(p.date_of_birth, 216)) as until,
    c.start_known and c.start_date >= f.day as whole
  from period_of_care c
  join person p using (child_id)
  join first_return f on f.authority = c.authority
),
held as (
  select s.child_id, s.period_no, r.review_date,
    row_number() over (partition by s.child_id, s.period_no order by r.review_date) as known_no
  from schedule s
  join (select distinct child_id, review_date from review) r
    on r.child_id = s.child_id and r.review_date >= s.start_date and (s.end_date is null or r.review_date < s.end_date)
),
-- What each due date is counted from: the start of care, or a review held.
counted_from as (
  select child_id, period_no, 0 as known_no, start_date as day from schedule where whole
  union all select h.child_id, h.period_no, h.known_no, h.review_date from held h join schedule s using (child_id, period_no)
  where s.whole or h.known_no >= 2
),
due as (
  select f.child_id, f.period_no, f.known_no, f.day as counted_from,
    case when f.known_no = 0 then w.day
         when f.known_no = 1 then anniversary(f.day, 3)
         else anniversary(f.day, 6) end as due_date,
    h.review_date as held_date, s.authority, s.whole, s.until
  from counted_from f
  join schedule s on s.child_id = f.child_id and s.period_no = f.period_no
  left join held h on h.child_id = f.child_id and h.period_no = f.period_no and h.known_no = f.known_no + 1
  left join working_day b on b.day = case when f.known_no = 0 then f.day end
  left join working_day w on w.working and w.number = b.number + 20
)
select child_id, authority, period_no,
  (known_no + 1)::integer as review_no, -- among the reviews known of this period: the first of the period is 1 only where `whole`
  whole, counted_from, due_date, held_date,
  coalesce(held_date <= due_date, false) as on_time
from due where due_date is not null and (until is null or due_date < until);
