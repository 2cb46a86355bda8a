/* measure
title: Change in the number of missing incidents after support
asks: Did support help?
catalogue: MIS-04:number
kind: total
at: period end
windows: [month]
population: Children supported by any kind of help but mental health referrals, from the first session by the last day of the period, each once; help that ends the day it starts is left out
counted: The missing incidents that began in the six months from the first session, or up to the last day of the period where that is sooner, less those of as many days before
unknown: what came before (missing incidents are not held for every day of it)
unit: incidents
places: 0
good: low
basis: support.csv, and the missing incidents of the SSDA903 by the day they began. Of a child who was not in care then the return has none, so support at home looks worse than it is
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- Equal windows of days before and after the first session: six months, or up to and including the last day of the period where that is
-- shorter (local-extracts.md 3.2).
with first_help as (
  select child_id, authority, min(start_date) as day from support_referral
  where support_type <> 'mental_health' and (end_date is null or end_date > start_date)
  group by all
),
watched as (
  select p.period_end, f.child_id, f.authority, f.day, least(anniversary(f.day, 6) - f.day, p.period_end + 1 - f.day)::integer as days
  from first_help f join period p on f.day <= p.period_end
),
held as (
  select u.period_end, u.authority, min(h.first_day) as first_day
  from source_at u join reference.return_held h on h.authority = u.authority and h.source = u.source
  where u.relation = 'missing_incident' group by all
)
select w.period_end, w.child_id as subject, case when any_value(h.first_day) <= any_value(w.day - w.days) then true end as counted,
  count(m.child_id) filter (m.start_date >= w.day) - count(m.child_id) filter (m.start_date < w.day) as amount
from watched w
join held h on h.authority = w.authority and h.period_end = w.period_end
left join missing_incident m on m.child_id = w.child_id and m.kind = 'missing'
  and m.start_date >= w.day - w.days and m.start_date < w.day + w.days
group by w.period_end, w.child_id
