/* measure
title: Children placed more than 20 miles from home
asks: Are children growing up near the people they know?
catalogue: PLC-01
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period who are not unaccompanied asylum-seeking children, short breaks excluded
counted: Those whose placement is more than 20 miles (rounded to one decimal) from their home postcode
unknown: home or placement postcode not known
unknown_is: left out
good: low
slices: [standard]
sources: [Episodes, UASC, distance_from_home]
basis: SSDA903 episodes and a postcode file
national: DfE distance bands; the England table counts more than 20 miles anywhere, and rounds to whole percentages
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, miles_from_home > 20 as counted
from in_care_at
where uasc = 'no'
