/* measure
title: Children aged 14 to 17 in care
asks: Are we looking after too many teenagers?
catalogue: NUM-12
kind: count
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those aged 14 to 17 on the day
unknown: date of birth not known
good: low
slices: [standard]
basis: SSDA903 episodes
national: None; DfE publishes ages 10 to 15 and 16 and over
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, age between 14 and 17 as counted
from in_care_at
