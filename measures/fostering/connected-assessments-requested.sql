/* measure
title: Assessments of connected people requested
asks: Is demand for assessments falling?
catalogue: FOS-12
kind: count
at: within period
windows: [quarter, month, year to date, rolling 12 months, year]
population: Requests in the period to assess a relative or friend as a carer
counted: All of them
good: low
slices: [team]
basis: The council’s own list of fostering events (foster_events)
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, e.authority, e.subject_id || ' ' || e.event_date as subject, true as counted, e.team
from foster_event e
join period p on e.event_date between p.period_start and p.period_end
where e.event_type = 'connected_request'
