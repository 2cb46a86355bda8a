/* measure
title: Foster carers whose approval ended
asks: How many carers did we lose?
catalogue: FOS-04
kind: count
at: within period
windows: [quarter, month, year to date, rolling 12 months, year]
population: Approvals of households that ended in the period, by the type of care they ended with; supported lodgings left out. The end is the first day no longer approved
counted: All of them
good: low
slices: [kind_of_carer, care_type, why_approval_ended, team]
basis: The council’s own list of fostering households (foster_households)
national: Ofsted fostering data set, year to 31 March
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, a.authority, a.household_id || ' ' || a.approval_date as subject, true as counted,
  a.last_care_type as care_type, kind_of_carer(a.last_care_type) as kind_of_carer, a.end_reason as why_approval_ended,
  a.last_team as team
from foster_approval a
join period p on a.end_date between p.period_start and p.period_end
where fostering_household(a.last_care_type)
