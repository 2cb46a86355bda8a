/* measure
title: Children ceasing to be looked after for every 10,000 children
asks: How many children left care, once the number who live here is allowed for?
catalogue: NUM-05:rate
kind: rate
at: within period
windows: [month, rolling 3 months, rolling 12 months, year to date, quarter, year]
population: Ends of care in the period, all reasons, short breaks excluded
counted: All of them, for every 10,000 residents aged 0 to 17
unknown: care stopped, and no return says both when and why
good: high
reference: {population: resident, from_age: 0, to_age: 17}
base: 10000
slices: [age_band, ethnic_group, ward]
sources: [Episodes, population]
basis: SSDA903 episodes and a population file
national: DfE rate of children who ceased during the year; DfE counts a child once. A period shorter than a year is not made up to a year
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, e.child_id, e.child_id || '.' || e.period_no as subject, e.recorded as counted
from end_of_care e
join period p on e.day between p.period_start and p.period_end
