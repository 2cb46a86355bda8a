/* measure
title: Fostering households
asks: How many foster carers do we have?
catalogue: FOS-01
kind: count
at: period end
windows: [quarter, month, year]
population: Households approved at the close of the last day of the period, supported lodgings left out, as are carers with only a temporary approval
counted: All of them
good: high
slices: [care_type, kind_of_carer, team]
basis: The council’s own list of fostering households (foster_households)
national: Ofsted fostering data set, position on 31 March, of every fostering service; this is the council’s own households only
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, h.authority, h.household_id as subject, true as counted, h.care_type, h.kind_of_carer, h.team
from foster_household h
join period p on h.start_date <= p.period_end and coalesce(h.end_date, date '9999-12-31') > p.period_end
where fostering_household(h.care_type)
