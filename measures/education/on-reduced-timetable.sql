/* measure
title: Pupils on a reduced timetable
asks: How many are on part-time timetables?
catalogue: EDU-08
kind: proportion
at: period end
windows: [term, month]
population: Pupils in care on the last day of the period, short breaks excluded, who are in the virtual school’s record, in any phase, those not in school too
counted: Those on a part-time timetable on the day of the record
unknown: whether the timetable is reduced is not given
unknown_is: not counted
good: low
slices: [standard, phase]
basis: The virtual school’s record of each term (education). A term’s figure tells of that term, from its last picture by the end of its months (autumn September to December, spring January to April, summer May to August); a month’s of the latest term by then
national: none published
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject, e.reduced_timetable as counted, e.phase
from in_care_at s
join period p on p.period_end = s.period_end
join education_record e on e.child_id = s.child_id and e.told_from <= s.period_end and coalesce(e.told_to, date '9999-12-31') > s.period_end
  and (p.period_end - p.period_start <= 31 or e.opens_on between p.period_start and p.period_end)
where list_contains(e.gives, 'reduced_timetable')
