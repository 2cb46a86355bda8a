/* measure
title: Monthly supervision visits to foster carers
asks: Are carers supported?
catalogue: FOS-13:supervision_visit
kind: proportion
at: within period
windows: [month, quarter, year to date, rolling 12 months, year]
population: Each household in each whole calendar month of the period throughout which it was approved, supported lodgings included
counted: Those months with at least one visit by the supervising social worker
good: high
slices: [care_type, kind_of_carer, team]
basis: The council’s own lists of fostering households and events (foster_households, foster_events)
national: None; standard 21 of the national minimum standards for fostering asks for regular meetings, once a month is the council’s own
revisions: [{on: 2026-11-27, what: First version}]
*/
with calendar_month as (
  select p.period_end, m.first_day::date as first_day, last_day(m.first_day::date) as last_day
  from period p, lateral (select unnest(generate_series(date_trunc('month', p.period_start), p.period_end::timestamp, interval 1 month)) as first_day) m
  where m.first_day >= p.period_start and last_day(m.first_day::date) <= p.period_end
),
-- Versions of one household that follow each other within the month are one spell; the last says what the household was.
approved as (
  select c.period_end, c.first_day, c.last_day, h.authority, h.household_id,
    sum(least(coalesce(h.end_date, date '9999-12-31'), c.last_day + 1) - greatest(h.start_date, c.first_day)) as days,
    max_by(struct_pack(care_type, kind_of_carer, team), h.start_date) as last_version
  from calendar_month c
  join foster_household h on h.start_date <= c.last_day and coalesce(h.end_date, date '9999-12-31') > c.first_day
  group by all
)
select a.period_end, a.authority, a.household_id || ' ' || strftime(a.first_day, '%Y-%m') as subject,
  exists (
    select 1 from foster_event e
    where e.authority = a.authority and e.subject_id = a.household_id and e.event_type = 'supervision_visit'
      and e.event_date between a.first_day and a.last_day
  ) as counted,
  a.last_version.care_type as care_type, a.last_version.kind_of_carer as kind_of_carer, a.last_version.team as team
from approved a
where a.days = a.last_day + 1 - a.first_day
