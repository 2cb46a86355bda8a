/* measure
title: Care leavers aged 19 to 21 living with their former foster carers
asks: How many care leavers aged 19 to 21 stay with their foster family?
catalogue: PLC-15:age_19_21
kind: proportion
at: period end
windows: [year]
population: Care leavers aged 19 to 21 at their birthday in the year, as returned; those who died or went home for 6 months or more are left out
counted: Those living with their former foster carers (Z)
unknown: the return gives no accommodation (0), or no code of the list
unknown_is: not counted
good: high
slices: [age, sex, ethnic_group]
sources: [OC3]
basis: SSDA903 OC3 of the year
national: DfE accommodation with former foster carers
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, l.child_id as subject, case when l.accommodation <> '0' then l.accommodation_type = 'Z' end as counted,
  l.age, b.sex, b.ethnic_group
from care_leaver_position l
join period p on p.period_end = l.year_end
join person b on b.child_id = l.child_id
where l.in_cohort and l.age between 19 and 21
