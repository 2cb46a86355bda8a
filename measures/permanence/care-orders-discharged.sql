/* measure
title: Care orders discharged for children living with their parents
asks: Are discharges getting through court?
catalogue: PRM-14:discharged
kind: count
at: within period
windows: [month, quarter, year to date, rolling 3 months, rolling 6 months, rolling 12 months, year, between]
population: Times in the period that a child who was on a full care order (C2) and placed with parents (P1) left care
counted: Those who left to live with parents or relatives (E4A, E4B, E13)
unknown: care ended and no return says when or why
good: high
slices: [standard]
basis: SSDA903 episodes. The return has no code for a discharge, so it is seen by how and from where the child left
national: none published
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject,
  case when s.recorded then s.end_reason in ('E4A', 'E4B', 'E13') end as counted
from end_of_care s
join period p on s.day between p.period_start and p.period_end
where s.legal_status_code = 'C2' and placed_with_parents(s.placement_type)
