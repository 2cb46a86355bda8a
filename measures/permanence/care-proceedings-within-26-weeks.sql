/* measure
title: Care proceedings over within 26 weeks
asks: Are cases within 26 weeks?
catalogue: PRM-16:within_26_weeks
kind: proportion
at: within period
windows: [quarter, month, year to date, rolling 3 months, rolling 6 months, rolling 12 months, year, between]
population: Applications for a care order of which every child’s case was over, the last of them in the period. Brothers and sisters in one application are one
counted: Those over no more than 26.0 weeks (182 days) after the day they were lodged
unknown: the outcome is dated before the application
good: high
slices: [court]
basis: court.csv; weeks are days / 7. Ended by an order, a refusal or a withdrawal
national: The Children and Families Act 2014 sets 26 weeks; the Ministry of Justice publishes averages by court, of children and not of applications
revisions: [{on: 2026-11-27, what: First version}]
*/
with application as (
  select authority, application_id, min(start_date) as lodged_on, max(end_date) as over_on, max(court) as court
  from court_application where application_type = 'care'
  group by authority, application_id
  having bool_and(end_date is not null)
)
select p.period_end, a.authority, a.application_id as subject, case when a.over_on >= a.lodged_on then a.over_on - a.lodged_on <= 182 end as counted,
  a.court
from application a
join period p on a.over_on between p.period_start and p.period_end
