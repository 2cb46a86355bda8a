/* measure
title: Net change in fostering households
asks: Are we gaining more carers than we lose?
catalogue: FOS-05
kind: total
unit: households
places: 0
at: within period
windows: [quarter, month, year to date, rolling 12 months, year]
population: Approvals of households that began or ended in the period; supported lodgings left out
counted: One for each that began, less one for each that ended
good: high
slices: [kind_of_carer, care_type]
basis: The council’s own list of fostering households (foster_households)
national: None. A change of type of care moves a household from one type to another and is its own line (FOS-05:changed)
revisions: [{on: 2026-11-27, what: First version}]
*/
with movement as (
  select authority, household_id, approval_date as day, 1 as amount, first_care_type as care_type, household_id || ' ' || approval_date || ' approved' as subject
  from foster_approval
  union all
  select authority, household_id, end_date, -1, last_care_type, household_id || ' ' || approval_date || ' ended' from foster_approval where end_date is not null
)
select p.period_end, m.authority, m.subject, true as counted, m.amount, m.care_type,
  kind_of_carer(m.care_type) as kind_of_carer
from movement m
join period p on m.day between p.period_start and p.period_end
where fostering_household(m.care_type)
