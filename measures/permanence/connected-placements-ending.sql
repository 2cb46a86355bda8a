/* measure
title: Connected carer placements ending
asks: How many placements with connected carers are we ending?
catalogue: PRM-11:ended
kind: count
at: within period
windows: [rolling 3 months, month, rolling 12 months, year to date, quarter, year]
population: Counted placements with connected carers (U1 to U3, by the kind of placement when they end) that ended in the period or became placements for adoption with the same carer in it, short breaks excluded
counted: All of them
unknown: care stopped, and no return says both when and why
good: neither
slices: [how_it_ended, age_band, sex, legal_status]
basis: SSDA903 episodes
national: None. Temporary placements and a change of legal status do not end a placement; nor does a move with the same carer, other than for adoption
revisions: [{on: 2026-11-27, what: First version}]
*/
with lived as (
  select child_id, placement_no, start_date, legal_status, placement_type,
    lag(placement_type) over (partition by child_id, placement_no order by start_date) as type_before
  from care_episode
),
-- With the same carer the placement goes on when the child is placed there for adoption, but no longer as a connected one.
adopted_by_carer as (
  select child_id, placement_no, start_date as day, legal_status
  from lived
  where placed_for_adoption(placement_type) and connected(type_before)
),
ended as (
  select l.child_id, l.placement_no, l.end_date as day, l.last_legal_status as legal_status,
    case when l.followed or l.end_recorded then true end as counted,
    case when l.followed then 'moved' when o.ended then leaving_route(o.end_reason)
       when o.ended = false then 'short_breaks' else 'not_known' end as how_it_ended
  from placement l
  join period_of_care o on o.child_id = l.child_id and o.period_no = l.period_no
  where connected(l.last_placement_type) and l.end_date is not null
  union all
  select child_id, placement_no, day, legal_status, true, 'adopted_by_carer' from adopted_by_carer
)
select
  p.period_end, e.child_id, e.child_id || '.' || e.placement_no || '.' || e.day as subject, e.counted, e.how_it_ended,
  c.sex, age_band(age_on(c.date_of_birth, e.day)) as age_band, legal_status_group(e.legal_status) as legal_status
from ended e
join person c on c.child_id = e.child_id
join period p on e.day between p.period_start and p.period_end
