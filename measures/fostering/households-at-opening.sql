/* measure
title: Fostering households at the opening
asks: How many carers did the period begin with?
catalogue: FOS-05:opening
kind: count
at: within period
windows: [quarter, month, year to date, rolling 12 months, year]
population: Households approved at the close of the day before the period; supported lodgings left out
counted: All of them
good: neither
slices: [kind_of_carer, care_type]
looks_back: 1 month
basis: The council’s own list of fostering households (foster_households)
national: None. It is the closing figure (FOS-01) of the period before, from the same list as it stands now
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, h.authority, h.household_id as subject, true as counted, h.care_type, h.kind_of_carer
from foster_household h
join period p on h.start_date < p.period_start and coalesce(h.end_date, date '9999-12-31') >= p.period_start
where fostering_household(h.care_type)
