/* measure
title: Children with only one placement in the last 12 months
asks: How many have not had to move?
catalogue: STB-01
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those with exactly one counted placement in the 12 months to the day, in any period of care in them; moves with the same carer are not moves
unknown: no placement other than a temporary one is held
unknown_is: left out
good: high
looks_back: 12 months
slices: [standard]
basis: SSDA903 episodes
national: None; the mirror of three or more placements
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, placements_in_year = 1 as counted
from in_care_at
