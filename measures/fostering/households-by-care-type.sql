/* measure
title: Fostering households by type of care
asks: What kinds of carer do we have?
catalogue: FOS-02
kind: count
at: period end
windows: [quarter, month, year]
population: Households approved at the close of the last day of the period, supported lodgings left out, by their main type of care that day
counted: All of them
good: neither
slices: [care_type]
basis: The council’s own list of fostering households (foster_households)
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, h.authority, h.household_id as subject, true as counted, h.care_type
from foster_household h
join period p on h.start_date <= p.period_end and coalesce(h.end_date, date '9999-12-31') > p.period_end
where fostering_household(h.care_type)
