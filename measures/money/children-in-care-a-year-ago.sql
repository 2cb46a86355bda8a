/* measure
title: Children in care a year ago
asks: How many were there a year ago?
catalogue: FIN-03:base_year
kind: count
at: period end
windows: [month, year to date, year]
population: Children in care on the same day a year before the last day of the period (a month end looks back to a month end), short breaks excluded, under 18 that day
counted: All of them
good: neither
looks_back: 13 months
basis: SSDA903 episodes
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
with asked as (select period_end, (months_back(period_end, 12) - 1)::date as day from period)
select a.period_end, e.child_id as subject, true as counted
from asked a
join care_episode e on e.start_date <= a.day and coalesce(e.end_date, date '9999-12-31') > a.day
join person b on b.child_id = e.child_id
where coalesce(age_on(b.date_of_birth, a.day) < 18, true)
