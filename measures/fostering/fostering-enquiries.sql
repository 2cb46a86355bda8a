/* measure
title: Enquiries about fostering
asks: How many people ask about fostering?
catalogue: FOS-09
kind: count
at: within period
windows: [quarter, year, month, year to date, rolling 12 months]
population: Enquiries received in the period
counted: All of them
good: high
slices: [enquiry_source]
basis: The council’s own list of fostering events (foster_events)
national: Ofsted fostering data set, initial enquiries in the year to 31 March
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, e.authority, e.subject_id || ' ' || e.event_date as subject, true as counted, e.enquiry_source
from foster_event e
join period p on e.event_date between p.period_start and p.period_end
where e.event_type = 'enquiry'
