/* measure
title: 16 and 17 year olds in care in education, employment or training
asks: Are our 16 and 17 year olds in education, employment or training?
catalogue: EDU-12
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period aged 16 or 17, short breaks excluded
counted: Those whose main activity is education, employment or training, full or part time (F1 to F5, P1 to P5)
unknown: the activity is not given, or the young person is in none of the records
unknown_is: not counted
good: high
slices: [standard]
sources: [in_care_at, young_person_activity]
basis: The list of care leavers, which has those eligible (Annex A list 9); without it the standard dataset (ssd_care_leavers). Those not in it, who have not been in care for long enough to be eligible, by the virtual school’s record of the latest term (education), which alone is used where there is no list
national: none published; DfE’s figure is of care leavers aged 17 to 21
revisions: [{on: 2026-11-27, what: First version}]
*/
with young_person as (
  select s.period_end, s.child_id, s.authority, u.source
  from in_care_at s
  join source_at u on u.relation = 'young_person_activity' and u.authority = s.authority and u.period_end = s.period_end
  where s.age >= 16
),
schooled as (
  select authority, period_end from source_at where relation = 'education_record' and source = 'education'
)
select y.period_end, y.child_id as subject,
  left(case when l.child_id is not null then l.activity else e.activity end, 1) in ('F', 'P') as counted
from young_person y
left join young_person_activity l on l.child_id = y.child_id and l.source = y.source and l.start_date <= y.period_end
  and coalesce(l.end_date, date '9999-12-31') > y.period_end
left join schooled d on d.authority = y.authority and d.period_end = y.period_end
left join young_person_activity e on e.child_id = case when d.authority is not null then y.child_id end and e.source = 'education'
  and e.start_date <= y.period_end and coalesce(e.end_date, date '9999-12-31') > y.period_end
-- A column that is blank throughout tells nothing of anyone (local-extracts.md 1.5).
where y.source <> 'education' or exists (
  from education_picture k where k.authority = y.authority and list_contains(k.gives, 'activity') and k.told_from <= y.period_end
    and coalesce(k.told_to, date '9999-12-31') > y.period_end)
