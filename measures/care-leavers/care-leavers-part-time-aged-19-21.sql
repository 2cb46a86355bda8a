/* measure
title: Care leavers aged 19 to 21 in part-time education, employment or training
asks: How many care leavers aged 19 to 21 are in part-time education, employment or training?
catalogue: CL-06:part_time:age_19_21
kind: count
at: period end
windows: [year]
population: Care leavers aged 19 to 21 at their birthday in the year, as returned; those who died or went home for 6 months or more, whose care another authority took over, or who only ever had short breaks are left out
counted: Those in education, employment or training part time (P codes)
unknown: the return gives no activity (0), or no code of its year
good: neither
slices: [age, sex, ethnic_group, accommodation]
sources: [OC3]
basis: SSDA903 OC3 of the year
national: DfE activity of care leavers; DfE rounds, this does not
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, l.child_id as subject, left(l.activity, 1) = 'P' as counted,
  l.age, b.sex, b.ethnic_group, l.accommodation_type as accommodation
from care_leaver_position l
join period p on p.period_end = l.year_end
join person b on b.child_id = l.child_id
where l.in_cohort and l.age between 19 and 21
