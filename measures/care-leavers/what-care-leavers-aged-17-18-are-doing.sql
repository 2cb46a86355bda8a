/* measure
title: What care leavers aged 17 and 18 are doing
asks: Where is each young person of that age?
catalogue: CL-06:age_17_18
kind: proportion
at: period end
windows: [year]
population: Care leavers aged 17 and 18 at their birthday in the year, as returned; those who died or went home for 6 months or more, whose care another authority took over, or who only ever had short breaks are left out
counted: Those whose activity is known; each kind of activity is a share of all
unknown: the return gives no activity (0), or no code of its year
unknown_is: not counted
good: neither
slices: [age, sex, ethnic_group, accommodation, doing]
mix: doing
sources: [OC3]
basis: SSDA903 OC3 of the year
national: DfE activity of care leavers; DfE rounds, this does not
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, l.child_id as subject, case when l.activity is not null then true end as counted,
  case when l.activity[1] = 'F' then 'full_time' when l.activity[1] = 'P' then 'part_time' when l.activity = 'G4' then 'illness' when l.activity = 'G6' then 'parenting' when l.activity = 'G5' then 'neet_other' else 'not_known' end as doing,
  l.age, b.sex, b.ethnic_group, l.accommodation_type as accommodation
from care_leaver_position l
join period p on p.period_end = l.year_end
join person b on b.child_id = l.child_id
where l.in_cohort and l.age between 17 and 18
