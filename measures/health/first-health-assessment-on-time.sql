/* measure
title: First health assessment within 20 working days
asks: Was the first health check on time?
catalogue: HLT-02
kind: proportion
at: within period
windows: [month, quarter, year to date, rolling 3 months, rolling 12 months, year, between]
population: Starts of care for which the 20th working day after the start fell in the period, leaving out children who left before that day or were 18 before it; one who left or became 18 on that very day is in
counted: Those with a health assessment done from the first day of care to that 20th working day
unknown: Annex A list 8 has no assessment by the day it was due, and no row of the period of care from that day to 6 months after the start, when the next may have taken the first one’s place
good: high
slices: [age_band, sex, ethnic_group, in_area]
sources: [Episodes, health_assessment]
looks_back: 1 month of health_assessment
basis: SSDA903 episodes and English bank holidays; health assessments completed in the standard dataset (ssd_cla_health), the first since the start being the initial one; without it the last assessment by the day of each Annex A list 8
national: Statutory guidance on promoting the health of looked-after children (2015) and SI 2010/959 regulation 7; nothing is published
revisions: [{on: 2026-11-27, what: First version}]
*/
with due as (
  select p.period_end, s.child_id, s.authority, s.period_no, s.day as started_on, w.day as due_on, s.age_band, s.sex, s.ethnic_group, s.in_area, u.source
  from start_of_care s
  join person c on c.child_id = s.child_id
  join working_day b on b.day = s.day
  join working_day w on w.working and w.number = b.number + 20
  join period p on w.day between p.period_start and p.period_end
  join source_at u on u.relation = 'health_assessment' and u.authority = s.authority and u.period_end = p.period_end
  where coalesce(s.end_date, date '9999-12-31') >= w.day and coalesce(anniversary(c.date_of_birth, 216) >= w.day, true)
),
assessed as (
  select d.period_end, d.child_id, d.period_no, min(h.day) filter (h.day >= d.started_on) as first_on,
    bool_or(h.known_from >= d.due_on and not longer_than_months(d.started_on, 6, h.known_from)) as told
  from due d
  join health_assessment h on h.child_id = d.child_id and h.source = d.source and h.known_from between d.started_on and d.period_end
    and coalesce(h.started_on >= d.started_on, true)
  group by all
)
select d.period_end, d.child_id, d.child_id || '.' || d.period_no as subject,
  case when a.first_on <= d.due_on then true
       when d.source = 'annex_a_list_8' and not coalesce(a.told, false) then null
       else false end as counted,
  d.age_band, d.sex, d.ethnic_group, d.in_area
from due d
left join assessed a on a.child_id = d.child_id and a.period_no = d.period_no and a.period_end = d.period_end
