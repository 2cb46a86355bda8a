/* measure
title: Children in care for every 10,000 children
asks: How does our number compare once the number of children who live here is allowed for?
catalogue: NUM-02
kind: rate
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: All of them, for every 10,000 residents aged 0 to 17
good: low
reference: {population: resident, from_age: 0, to_age: 17}
base: 10000
slices: [age_band, ethnic_group, ward]
sources: [in_care_at, population]
basis: SSDA903 episodes and a population file
national: DfE rate per 10,000 children under 18; DfE divides by the mid-year estimate before 31 March, and prints whole numbers. Where that estimate has not been loaded an older one is used, and named
revisions: [{on: 2026-11-27, what: First version}]
*/
select period_end, child_id as subject, true as counted
from in_care_at
