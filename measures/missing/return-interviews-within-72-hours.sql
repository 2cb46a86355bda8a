/* measure
title: Return interviews held within 72 hours
asks: Did someone listen soon afterwards?
catalogue: MIS-03:held_72h
kind: proportion
at: within period
windows: [month, quarter, year to date, rolling 3 months, rolling 12 months, year, between]
population: Times missing that ended in the period (M)
counted: Those after which an interview for that incident was held, face to face or by video, 0 to 3 days after the day it ended. The records have days and not hours
unknown: the visits held do not reach the third day, and none has been held yet
unknown_is: not counted
good: high
slices: [age_band, sex, ethnic_group]
sources: [missing_return, visits]
basis: Return interviews in visits.csv, by the day the incident began; incidents of the SSDA903, without it of the standard dataset (ssd_missing). Telephone calls and attempts are no interview
national: Statutory guidance on children who run away or go missing (2014) asks for 72 hours; nothing is published
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, r.child_id,
  r.child_id || ' ' || r.end_date || ' ' || row_number() over (partition by p.period_end, r.child_id, r.end_date order by r.start_date, r.line) as subject,
  r.held_in_time as counted, age_band(age_on(b.date_of_birth, r.end_date)) as age_band, b.sex, b.ethnic_group
from missing_return r
join period p on r.end_date between p.period_start and p.period_end
join source_at u on u.relation = 'missing_return' and u.authority = r.authority and u.period_end = p.period_end and u.source = r.source
join person b on b.child_id = r.child_id
