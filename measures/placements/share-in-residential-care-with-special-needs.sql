/* measure
title: Share of children in residential placements with special needs
asks: Are residential placements driven by disability?
catalogue: PLC-11:percent
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period in residential placements (K1, K2, R1, S1), short breaks excluded
counted: Those with a disability or an education, health and care plan
unknown: one of the two is not known, and the other does not settle it
unknown_is: not counted
good: neither
slices: [standard]
sources: [in_care_at, child_disability, ehc_plan]
basis: Disability from the standard dataset (ssd_disability), without it Annex A list 8. Plans from the virtual school’s record of the latest term (education), without it the standard dataset (ssd_person)
national: none published
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject,
  case s.disability when 'yes' then true when 'no' then false end or e.has_plan as counted
from in_care_at s
join source_at u on u.relation = 'ehc_plan' and u.authority = s.authority and u.period_end = s.period_end
left join ehc_plan e on e.child_id = s.child_id and e.source = u.source and e.start_date <= s.period_end and coalesce(e.end_date, date '9999-12-31') > s.period_end
where residential(s.placement_type)
