/* measure
title: Placements with parents starting
asks: How many placements with parents are we starting?
catalogue: PRM-10:started
kind: count
at: within period
windows: [month, rolling 3 months, rolling 12 months, year to date, quarter, year]
population: Counted placements with parents (P1, by the kind of placement when they begin) that began in the period, short breaks excluded
counted: All of them
good: low
slices: [age_band, sex, legal_status]
basis: SSDA903 episodes
national: None. Temporary placements and a change of legal status do not begin a placement; nor does a move with the same carer
revisions: [{on: 2026-11-27, what: First version}]
*/
-- A first placement whose start is not held is no start in the period, unless a new placement (RNE P or B) is why it is returned.
select
  p.period_end, l.child_id, l.child_id || '.' || l.placement_no as subject, true as counted,
  c.sex, age_band(age_on(c.date_of_birth, l.start_date)) as age_band, legal_status_group(l.first_legal_status) as legal_status
from placement l
join person c on c.child_id = l.child_id
join period_of_care o on o.child_id = l.child_id and o.period_no = l.period_no
join period p on l.start_date between p.period_start and p.period_end
where placed_with_parents(l.first_placement_type)
  and (not l.first_in_period or o.start_known or l.start_reason in ('P', 'B'))
