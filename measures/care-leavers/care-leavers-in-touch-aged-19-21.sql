/* measure
title: Care leavers aged 19 to 21 we are in touch with
asks: Are we in touch with our care leavers aged 19 to 21?
catalogue: CL-09:age_19_21
kind: proportion
at: period end
windows: [year]
population: Care leavers aged 19 to 21 at their birthday in the year, as returned; those who died or went home for 6 months or more, whose care another authority took over, or who only ever had short breaks are left out
counted: Those the council is in touch with (YES)
unknown: the return does not say whether the council is in touch, or gives no code of the list
unknown_is: not counted
good: high
slices: [age, sex, ethnic_group, accommodation]
sources: [OC3]
basis: SSDA903 OC3 of the year
national: DfE care leavers the authority is in touch with; DfE rounds, this does not
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, l.child_id as subject, l.in_touch = 'YES' as counted,
  l.age, b.sex, b.ethnic_group, l.accommodation_type as accommodation
from care_leaver_position l
join period p on p.period_end = l.year_end
join person b on b.child_id = l.child_id
where l.in_cohort and l.age between 19 and 21
