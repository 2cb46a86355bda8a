/* measure
title: Children starting to be looked after who had had a child protection plan
asks: Did we try to protect children before they came into care?
catalogue: JRN-02
kind: proportion
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
population: Starts of care in the period (periods of care whose first day the return holds), short breaks excluded
counted: Those of a child who had a child protection plan, here or in another area, that began before the first day of care
good: high
slices: [standard]
sources: [start_of_care, protection_plan]
basis: "SSDA903 episodes, and child protection plans of the standard dataset (ssd_cp_plans); without it Annex A list 7, which has only plans of its day and of the six months before it, so that earlier ones are not seen"
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject,
  exists (from protection_plan b where b.child_id = s.child_id and b.source = u.source and b.start_date < s.day and b.known_from <= p.period_end) as counted
from start_of_care s
join period p on s.day between p.period_start and p.period_end
join source_at u on u.relation = 'protection_plan' and u.authority = s.authority and u.period_end = p.period_end
