/* measure
title: New fostering places gained
asks: How many children could new carers look after?
catalogue: FOS-11
kind: total
unit: places
places: 0
at: within period
windows: [month, quarter, year to date, rolling 12 months, year]
population: Approvals of households that began in the period, supported lodgings included (the definition leaves them out of FOS-01 to FOS-05 only)
counted: The places each was first approved for
good: high
slices: [kind_of_carer, care_type, team]
basis: The council’s own list of fostering households (foster_households)
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, a.authority, a.household_id || ' ' || a.approval_date as subject, true as counted, a.first_places as amount,
  a.first_care_type as care_type, kind_of_carer(a.first_care_type) as kind_of_carer, a.first_team as team
from foster_approval a
join period p on a.approval_date between p.period_start and p.period_end
