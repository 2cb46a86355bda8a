/* measure
title: Reviewing officers’ challenges resolved early
asks: Were reviewing officers’ challenges settled quickly?
catalogue: QA-01
kind: proportion
at: within period
windows: [month, rolling 12 months, quarter, year to date, year]
population: Challenges by independent reviewing officers that were closed in the period, whenever they were raised
counted: Those settled informally (stage 1) or at the first formal stage (stage 2)
unknown: the stage at which it was settled is not given
unknown_is: left out
good: high
slices: [stage, theme, team]
basis: The council’s own list of challenges, audits and feedback (quality)
national: The IRO Handbook’s dispute resolution process; nothing is published
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, q.authority, q.child_id, q.item_id as subject, q.stage_resolved <= 2 as counted,
  case when q.stage_resolved >= 3 then '3_plus' else q.stage_resolved::varchar end as stage,
  q.theme, q.team
from quality_item q
join period p on q.closed_date between p.period_start and p.period_end
where q.item_type = 'iro_challenge'
