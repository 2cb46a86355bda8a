/* measure
title: Home visits that led to an assessment
asks: Is recruitment well targeted?
catalogue: FOS-10:conversion
kind: proportion
at: within period
windows: [quarter, month, year to date, rolling 12 months, year]
population: Home visits to people who enquired about fostering, made in the period
counted: Those after which, on the same day or later and by the last day of the period, an assessment of that enquiry was started
good: high
basis: The council’s own list of fostering events (foster_events)
national: None. A visit late in the period has had little time; a longer window is fairer
revisions: [{on: 2026-11-27, what: First version}]
*/
with started as (
  select authority, subject_id, event_date from foster_event where event_type = 'assessment_started'
)
select p.period_end, v.authority, v.subject_id || ' ' || v.event_date as subject,
  exists (
    select 1 from started s
    where s.authority = v.authority and s.subject_id = v.subject_id and s.event_date >= v.event_date and s.event_date <= p.period_end
  ) as counted
from foster_event v
join period p on v.event_date between p.period_start and p.period_end
where v.event_type = 'home_visit'
