/* measure
title: Children starting to be looked after for every 10,000 children
asks: How many children came into care, once the number who live here is allowed for?
catalogue: NUM-04:rate
kind: rate
at: within period
windows: [month, rolling 3 months, rolling 12 months, year to date, quarter, year]
population: Starts of care in the period (periods of care whose first day the return holds), short breaks excluded
counted: All of them, for every 10,000 residents aged 0 to 17
good: low
reference: {population: resident, from_age: 0, to_age: 17}
base: 10000
slices: [age_band, ethnic_group, ward]
sources: [Episodes, population]
basis: SSDA903 episodes and a population file
national: DfE rate of children who started during the year; DfE counts a child once. A period shorter than a year is not made up to a year
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject, true as counted
from start_of_care s
join period p on s.day between p.period_start and p.period_end
