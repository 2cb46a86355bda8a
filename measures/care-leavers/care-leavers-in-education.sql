/* measure
title: Care leavers in further or higher education
asks: How many care leavers are at university or college?
catalogue: CL-07
kind: proportion
at: period end
windows: [year]
population: Care leavers aged 17 to 21 at their birthday in the year, as returned; those who died or went home for 6 months or more, whose care another authority took over, or who only ever had short breaks are left out
counted: Those in higher education or other education, full time or part time (F1, P1, F2, P2)
unknown: the return gives no activity (0), or no code of its year
unknown_is: not counted
good: high
slices: [age, sex, ethnic_group, accommodation]
sources: [OC3]
basis: SSDA903 OC3 of the year
national: DfE activity of care leavers; DfE publishes 17 and 18 apart from 19 to 21, the boards take 17 to 21 together; DfE rounds, this does not
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, l.child_id as subject, l.activity in ('F1', 'P1', 'F2', 'P2') as counted,
  l.age, b.sex, b.ethnic_group, l.accommodation_type as accommodation
from care_leaver_position l
join period p on p.period_end = l.year_end
join person b on b.child_id = l.child_id
where l.in_cohort and l.age between 17 and 21
