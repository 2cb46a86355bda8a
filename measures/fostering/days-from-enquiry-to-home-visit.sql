/* measure
title: Days from enquiry to home visit
asks: Is recruitment quick?
catalogue: FOS-10:days
kind: average
unit: days
at: within period
windows: [quarter, month, year to date, rolling 12 months, year]
population: Enquiries about fostering whose first home visit was in the period
counted: The mean of the days from the enquiry to the visit
unknown: no enquiry on or before the visit is in the list
unknown_is: left out
good: low
basis: The council’s own list of fostering events (foster_events)
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
with enquiry as (
  select authority, subject_id, min(event_date) filter (event_type = 'enquiry') as enquired_on,
    min(event_date) filter (event_type = 'home_visit') as visited_on
  from foster_event
  group by all
)
select p.period_end, e.authority, e.subject_id as subject, case when e.enquired_on <= e.visited_on then true end as counted,
  e.visited_on - e.enquired_on as amount
from enquiry e
join period p on e.visited_on between p.period_start and p.period_end
