/* measure
title: Foster carers reviewed within a year
asks: Are carers supported?
catalogue: FOS-13:annual_review
kind: proportion
at: period end
windows: [month, quarter, year]
population: Households approved at the close of the last day of the period, supported lodgings included
counted: Those whose latest review, or approval if that is newer, is at most 12 months old, the anniversary included. The due date that a review may carry is its own and is not used
good: high
slices: [care_type, kind_of_carer, team]
looks_back: 12 months
basis: The council’s own lists of fostering households and events (foster_households, foster_events)
national: Fostering Services (England) Regulations 2011, regulation 28, a review at least once a year; nothing is published
revisions: [{on: 2026-11-27, what: First version}]
*/
with reviewed as (
  select p.period_end, e.authority, e.subject_id, max(e.event_date) as reviewed_on
  from foster_event e join period p on e.event_date <= p.period_end
  where e.event_type = 'annual_review'
  group by all
)
-- greatest() passes over a null: a household never reviewed is judged by its approval.
select p.period_end, h.authority, h.household_id as subject,
  not longer_than_months(greatest(r.reviewed_on, h.approval_date), 12, p.period_end) as counted, h.care_type, h.kind_of_carer, h.team
from foster_household h
join period p on h.start_date <= p.period_end and coalesce(h.end_date, date '9999-12-31') > p.period_end
left join reviewed r on r.period_end = p.period_end and r.authority = h.authority and r.subject_id = h.household_id
