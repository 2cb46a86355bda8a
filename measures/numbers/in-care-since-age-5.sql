/* measure
title: Children over 10 who have been in care since they were 5 or younger
asks: How many children have grown up in care?
catalogue: NUM-15
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those aged 11 or over on the day whose present period of care began before their sixth birthday
unknown: the return does not hold the start of care of a child now 11 or over who was 6 or over on the first day held, or date of birth not known
unknown_is: not counted
good: low
slices: [standard]
sources: [in_care_at]
basis: SSDA903 header and episodes
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- Where the start is not held, a child under 6 on the earliest day held was under 6 when care started too.
select
  period_end, child_id as subject,
  case when age < 11 then false
       when age_at_start < 6 then true
       when care_start_known then age_at_start < 6 end as counted
from in_care_at
