/* measure
title: Remands starting
asks: How many children were remanded to our care?
catalogue: NUM-19:started
kind: count
at: within period
windows: [month, rolling 3 months, rolling 12 months, year to date, quarter, year]
population: Spells on remand to the authority (legal status J1) first held in the period, of children starting care and of children in care already
counted: Those that began in the period
unknown: the first episode held of the child is not the start of care nor a change of legal status, so that the remand may have begun before it
good: low
slices: [age_band, sex]
basis: SSDA903 episodes
national: None; DfE publishes the legal status of starts, where a child already in care is not counted
revisions: [{on: 2026-11-27, what: First version}]
*/
-- The first status held of a period whose start is not held, with a change of placement only (RNE P or T), began earlier.
select
  p.period_end, l.child_id, l.child_id || '.' || l.period_no || '.' || l.spell_no as subject, case when l.start_known then true end as counted,
  c.sex, age_band(age_on(c.date_of_birth, l.start_date)) as age_band
from legal_status_spell l
join person c on c.child_id = l.child_id
join period p on l.start_date between p.period_start and p.period_end
where l.legal_status = 'J1'
