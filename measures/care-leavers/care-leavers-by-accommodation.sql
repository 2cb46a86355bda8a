/* measure
title: Care leavers by where they live
asks: What kinds of homes do care leavers live in?
catalogue: CL-08
kind: proportion
at: period end
windows: [year]
population: Care leavers aged 17 to 21 at their birthday in the year, as returned; those who died or went home for 6 months or more, whose care another authority took over, or who only ever had short breaks are left out
counted: Those whose accommodation is known; each kind of home (the letter of the code) is a share of all
unknown: the return gives no accommodation (0), or no code of the list
unknown_is: not counted
good: neither
slices: [age, sex, ethnic_group, accommodation]
mix: accommodation
sources: [OC3]
basis: SSDA903 OC3 of the year
national: DfE accommodation of care leavers; DfE publishes 17 and 18 apart from 19 to 21, the boards take 17 to 21 together; DfE rounds, this does not
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, l.child_id as subject, case when l.accommodation is not null then true end as counted,
  l.age, b.sex, b.ethnic_group, l.accommodation_type as accommodation
from care_leaver_position l
join period p on p.period_end = l.year_end
join person b on b.child_id = l.child_id
where l.in_cohort and l.age between 17 and 21
