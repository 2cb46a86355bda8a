/* measure
title: Children whose last health assessment is in date
asks: Is each child's health assessment current?
catalogue: HLT-01:in_year
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period whose 20th working day in care has come, short breaks excluded; where the first day of care is not held, children whose first day held is less than 20 working days back are in it and not known
counted: Those with a health assessment since this period of care began, no more than 6 months ago for a child under 5 and 12 months for one of 5 or more
unknown: the first day of care is not held, and the first held is less than 20 working days back; or the date of birth is not known and the last assessment is between 6 and 12 months old; or, with Annex A list 8, the child is not in the list
unknown_is: not counted
good: high
slices: [standard]
sources: [in_care_at, health_assessment]
looks_back: 12 months of health_assessment
basis: "SSDA903 episodes; health assessments completed in the standard dataset (ssd_cla_health); without it the last assessment in Annex A list 8. The statutory times: before the first review, then every 6 months under 5 and every 12 months from 5 (2015 guidance, SI 2010/959 regulation 7)"
national: None on this basis; the yearly record (OC2) is what DfE publishes; it stands beside this and is never merged with it
revisions: [{on: 2026-11-27, what: First version}]
*/
-- Where the first day of care is not held, the child has been in care no less long than since the first day held: 20 working days from that
-- settle it, and until then it is not known (decision 2).
with child as (
  select s.period_end, s.child_id, s.age, s.care_start_date, s.care_start_known, w.number >= b.number + 20 as long_enough, u.source
  from in_care_at s
  join source_at u on u.relation = 'health_assessment' and u.authority = s.authority and u.period_end = s.period_end
  join working_day b on b.day = s.care_start_date
  join working_day w on w.day = s.period_end
  where w.number >= b.number + 20 or not s.care_start_known
),
-- Of the lists the latest by the day that has the child.
latest as (
  select c.period_end, c.child_id,
    case when c.source = 'annex_a_list_8' then arg_max_null(h.day, h.known_from) else max(h.day) end as last_on
  from child c
  join health_assessment h on h.child_id = c.child_id and h.source = c.source and h.known_from <= c.period_end
    and (h.source = 'ssd_cla_health' or h.known_from >= c.period_end - 31)
  group by c.period_end, c.child_id, c.source
),
judged as (
  select c.*, l.child_id is not null as listed,
    case when l.last_on >= c.care_start_date or not c.care_start_known then l.last_on end as last_on
  from child c
  left join latest l using (period_end, child_id)
)
select period_end, child_id as subject,
  case when not long_enough then null
       when last_on is null then case when source = 'annex_a_list_8' and not listed then null else false end
       when longer_than_months(last_on, 12, period_end) then false
       when not longer_than_months(last_on, 6, period_end) then true
       else age >= 5 end as counted
from judged
