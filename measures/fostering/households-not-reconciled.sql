/* measure
title: Fostering households that do not reconcile
asks: Does the opening, with those approved, ended and changed, come to the closing?
catalogue: FOS-05:difference
kind: total
unit: households
places: 0
at: within period
windows: [quarter, month, year to date, rolling 12 months, year]
population: Households whose dates do not agree in the period, by type of care; supported lodgings left out
counted: The closing number less the opening, less those approved, plus those ended, less those changed to the type, plus those changed from it; 0 where all agrees. Each row is a household to put right
good: neither
slices: [care_type]
looks_back: 1 month
basis: The council’s own list of fostering households (foster_households)
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
with side as (
  select authority, household_id, approval_date as day, first_care_type as care_type, -1 as amount from foster_approval
  union all select authority, household_id, end_date, last_care_type, 1 from foster_approval where end_date is not null
  union all select authority, household_id, day, to_type, -1 from foster_type_change
  union all select authority, household_id, day, from_type, 1 from foster_type_change
),
movement as (
  select p.period_end, s.authority, s.household_id, s.care_type, s.amount
  from side s join period p on s.day between p.period_start and p.period_end
  union all
  select p.period_end, h.authority, h.household_id, h.care_type, 1
  from foster_household h join period p on h.start_date <= p.period_end and coalesce(h.end_date, date '9999-12-31') > p.period_end
  union all
  select p.period_end, h.authority, h.household_id, h.care_type, -1
  from foster_household h join period p on h.start_date < p.period_start and coalesce(h.end_date, date '9999-12-31') >= p.period_start
)
select period_end, authority, household_id || ' ' || care_type as subject, true as counted, sum(amount)::integer as amount, care_type
from movement
where fostering_household(care_type)
group by period_end, authority, household_id, care_type
having sum(amount) <> 0
