/* measure
title: Hours of direct support
asks: How much help was given?
catalogue: FUT-04
kind: total
unit: hours
at: within period
windows: [month, quarter, year to date, rolling 3 months, rolling 12 months, year, between]
population: Sessions of direct support in the period, of children in care or not. In a group session each child is one row
counted: Every session, with the hours given to the child; in a group each child carries the full hours, so hours of the activity “group” are hours of children and not of workers
good: neither
slices: [activity, method, age_band, sex]
basis: visits.csv, rows whose purpose is support
national: none published
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, s.authority, s.child_id, s.session_id as subject, true as counted, s.hours as amount, coalesce(s.activity, 'not_known') as activity, s.method,
  age_band(age_on(b.date_of_birth, s.day)) as age_band, b.sex
from support_session s
join period p on s.day between p.period_start and p.period_end
join person b on b.child_id = s.child_id
