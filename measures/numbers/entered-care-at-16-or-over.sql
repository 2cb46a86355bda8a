/* measure
title: Children in care who were 16 or over when they came in
asks: How many came into care late?
catalogue: NUM-14
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those whose present period of care began when they were 16 or over
unknown: the return does not hold the start of care of a child who was 16 or over on the first day held, or date of birth not known
good: low
slices: [standard]
sources: [in_care_at]
basis: SSDA903 header and episodes
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
-- Where the start is not held, a child under 16 on the earliest day held was under 16 when care started too.
select
  period_end, child_id as subject,
  case when age_at_start < 16 then false when care_start_known then age_at_start >= 16 end as counted
from in_care_at
