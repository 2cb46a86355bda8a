/* measure
title: Children starting to be looked after who had had early help
asks: Did families get early help before children came into care?
catalogue: JRN-04
kind: proportion
at: within period
windows: [rolling 12 months, month, rolling 3 months, year to date, quarter, year]
population: Starts of care in the period (periods of care whose first day the return holds), short breaks excluded
counted: Those of a child with an early help episode that began before the first day of care
good: high
slices: [standard]
sources: [start_of_care, early_help]
basis: "SSDA903 episodes, and early help of the standard dataset (ssd_early_help_episodes); without it Annex A list 2, which has only the assessments of six months, so that earlier help is not seen"
national: None
revisions: [{on: 2026-11-27, what: First version}]
*/
select p.period_end, s.child_id, s.child_id || '.' || s.period_no as subject,
  exists (from early_help b where b.child_id = s.child_id and b.source = u.source and b.start_date < s.day) as counted
from start_of_care s
join period p on s.day between p.period_start and p.period_end
join source_at u on u.relation = 'early_help' and u.authority = s.authority and u.period_end = p.period_end
