/* measure
title: Fostering households changing their type of care
asks: Which kinds of carer grew because carers changed what they do?
catalogue: FOS-05:changed
kind: total
unit: households
places: 0
at: within period
windows: [quarter, month, year to date, rolling 12 months, year]
population: Changes of the main type of care within an approval in the period; the side of a change that is supported lodgings is left out
counted: One for the type changed to, less one for the type left; over all types only changes to and from supported lodgings remain
good: neither
slices: [kind_of_carer, care_type, from_type, to_type]
basis: The council’s own list of fostering households (foster_households)
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
with side as (
  select authority, household_id, day, from_type, to_type, to_type as care_type, 1 as amount, ' in' as way from foster_type_change
  union all
  select authority, household_id, day, from_type, to_type, from_type, -1, ' out' from foster_type_change
)
select p.period_end, s.authority, s.household_id || ' ' || s.day || s.way as subject, true as counted, s.amount, s.care_type, s.from_type, s.to_type,
  kind_of_carer(s.care_type) as kind_of_carer
from side s
join period p on s.day between p.period_start and p.period_end
where fostering_household(s.care_type)
