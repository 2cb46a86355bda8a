/* measure
title: Children in care proceedings who live with a parent, with an open application
asks: How many are at home while the case is in court?
catalogue: PRM-18:strict
kind: count
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those on an interim care order (C1) who were placed with parents (P1) and for whom an application for a care order was open on that day
unknown: legal status or placement not given, and the rest does not settle it
good: low
slices: [standard]
basis: SSDA903 episodes, and court.csv for open applications. Beside the form that needs no court file (PRM-18), and never in it
national: none published
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject,
  s.legal_status_code = 'C1' and case when s.placement_type is not null then placed_with_parents(s.placement_type) end
    and exists (from court_application a where a.child_id = s.child_id and a.application_type = 'care'
      and a.start_date <= s.period_end and coalesce(a.end_date, date '9999-12-31') > s.period_end) as counted
from in_care_at s
