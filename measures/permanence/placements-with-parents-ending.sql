/* measure
title: Placements with parents ending
asks: How many placements with parents are we ending?
catalogue: PRM-10:ended
kind: count
at: within period
windows: [month, rolling 3 months, rolling 12 months, year to date, quarter, year]
population: Counted placements with parents (P1, by the kind of placement when they end) that ended in the period, short breaks excluded
counted: All of them
unknown: care stopped, and no return says both when and why
good: high
slices: [how_it_ended, age_band, sex, legal_status]
basis: SSDA903 episodes
national: None. Temporary placements and a change of legal status do not end a placement; nor does a move with the same carer
revisions: [{on: 2026-11-27, what: First version}]
*/
select
  p.period_end, l.child_id, l.child_id || '.' || l.placement_no as subject,
  case when l.followed or l.end_recorded then true end as counted,
  case when l.followed then 'moved' when o.ended then leaving_route(o.end_reason)
       when o.ended = false then 'short_breaks' else 'not_known' end as how_it_ended,
  c.sex, age_band(age_on(c.date_of_birth, l.end_date)) as age_band, legal_status_group(l.last_legal_status) as legal_status
from placement l
join person c on c.child_id = l.child_id
join period_of_care o on o.child_id = l.child_id and o.period_no = l.period_no
join period p on l.end_date between p.period_start and p.period_end
where placed_with_parents(l.last_placement_type)
