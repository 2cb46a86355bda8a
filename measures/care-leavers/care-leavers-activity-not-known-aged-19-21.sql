/* measure
title: Care leavers aged 19 to 21 whose activity is not known
asks: Of how many care leavers aged 19 to 21 do we not know what they are doing?
catalogue: CL-06:not_known:age_19_21
kind: count
at: period end
windows: [year]
population: Care leavers aged 19 to 21 at their birthday in the year, as returned; those who died or went home for 6 months or more, whose care another authority took over, or who only ever had short breaks are left out
counted: Those for whom the return gives no activity (0), or no code of its year
good: low
slices: [age, sex, ethnic_group, accommodation]
sources: [OC3]
basis: SSDA903 OC3 of the year
national: DfE activity of care leavers; DfE rounds, this does not
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, l.child_id as subject, l.activity is null as counted,
  l.age, b.sex, b.ethnic_group, l.accommodation_type as accommodation
from care_leaver_position l
join period p on p.period_end = l.year_end
join person b on b.child_id = l.child_id
where l.in_cohort and l.age between 19 and 21
