/* measure
title: Children with three or more placements in the last 12 months
asks: How many have moved a lot?
catalogue: STB-02
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those with three or more counted placements in the 12 months to the day, the one open at the start included; adoption by the current carer is not a move
unknown: no placement other than a temporary one is held
unknown_is: left out
good: low
looks_back: 12 months
slices: [standard]
basis: SSDA903 episodes
national: DfE placement stability at 31 March (formerly NI 62)
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, placements_in_year >= 3 as counted
from in_care_at
