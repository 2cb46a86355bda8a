/* measure
title: Foster carers approved
asks: How many new carers did we approve?
catalogue: FOS-03
kind: count
at: within period
windows: [quarter, month, year to date, rolling 12 months, year]
population: Approvals of households that began in the period, by the type of care they began with; supported lodgings left out
counted: All of them; a household approved again after an end counts again
good: high
slices: [kind_of_carer, care_type, team]
basis: The council’s own list of fostering households (foster_households)
national: Ofsted fostering data set, year to 31 March
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, a.authority, a.household_id || ' ' || a.approval_date as subject, true as counted,
  a.first_care_type as care_type, kind_of_carer(a.first_care_type) as kind_of_carer, a.first_team as team
from foster_approval a
join period p on a.approval_date between p.period_start and p.period_end
where fostering_household(a.first_care_type)
