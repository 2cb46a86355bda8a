/* measure
title: Independent visits to our children’s homes
asks: Were the monthly visits made and reported?
catalogue: HOM-02
kind: proportion
at: within period
windows: [month, quarter, year to date, rolling 12 months, year]
population: Each of the council’s own children’s homes in each whole calendar month of the period on whose last day it was registered
counted: Those months with a visit whose report was sent to Ofsted by the end of the next month
unknown: a visit was made, its report had not been sent when the list was made, and may still be on time
unknown_is: not counted
good: high
slices: [childrens_home]
basis: The council’s own list of its children’s homes, inspections and visits (homes)
national: Children’s Homes (England) Regulations 2015, regulation 44; nothing is published
revisions: [{on: 2026-11-27, what: First version}]
*/
with calendar_month as (
  select p.period_end, m.first_day::date as first_day, last_day(m.first_day::date) as last_day
  from period p, lateral (select unnest(generate_series(date_trunc('month', p.period_start), p.period_end::timestamp, interval 1 month)) as first_day) m
  where m.first_day >= p.period_start and last_day(m.first_day::date) <= p.period_end
),
visited as (
  select c.period_end, c.first_day, v.authority, v.urn,
    bool_or(coalesce(v.report_sent_on <= last_day(c.last_day + 1), false)) as reported,
    bool_or(v.report_sent_on is null and v.known_to < last_day(c.last_day + 1)) as may_be_reported
  from calendar_month c
  join home_independent_visit v on v.visited_on between c.first_day and c.last_day
  group by all
)
select c.period_end, h.authority, h.urn || ' ' || strftime(c.first_day, '%Y-%m') as subject, h.home_name as childrens_home,
  case when v.reported then true when v.may_be_reported then null else false end as counted
from calendar_month c
join childrens_home h on h.registered_on <= c.last_day and coalesce(h.closed_on, date '9999-12-31') > c.last_day
left join visited v on v.period_end = c.period_end and v.first_day = c.first_day and v.authority = h.authority and v.urn = h.urn
