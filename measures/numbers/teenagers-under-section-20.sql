/* measure
title: Children aged 14 to 17 in care under section 20
asks: How many teenagers are in care by agreement?
catalogue: NUM-12:section_20 # the subset that NUM-12 asks for; the catalogue has no name for the part
kind: count
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those aged 14 to 17 on the day under section 20 of the Children Act 1989 (legal status V2)
unknown: date of birth or legal status not known
good: low
slices: [standard]
basis: SSDA903 episodes
national: None; DfE publishes legal status for all ages together
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  period_end, child_id as subject,
  age between 14 and 17 and nullif(legal_status, 'not_known') = 'section_20' as counted
from in_care_at
