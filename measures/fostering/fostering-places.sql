/* measure
title: Approved fostering places
asks: How many places do we have?
catalogue: FOS-01:places
kind: total
unit: places
places: 0
at: period end
windows: [quarter, month, year]
population: Households approved at the close of the last day of the period, supported lodgings left out, as are carers with only a temporary approval
counted: The places each is approved for
good: high
slices: [care_type, kind_of_carer, team]
basis: The council’s own list of fostering households (foster_households)
national: Ofsted fostering data set, approved places on 31 March
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, h.authority, h.household_id as subject, true as counted, h.approved_places as amount, h.care_type, h.kind_of_carer, h.team
from foster_household h
join period p on h.start_date <= p.period_end and coalesce(h.end_date, date '9999-12-31') > p.period_end
where fostering_household(h.care_type)
