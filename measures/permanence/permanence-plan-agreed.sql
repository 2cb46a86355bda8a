/* measure
title: Children with a plan for permanence agreed
asks: Has a plan for a permanent home been agreed for each child?
catalogue: PRM-03:agreed
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period who had been in care for more than 4 months (the second review), short breaks excluded
counted: Those for whom a plan for permanence is recorded on that day, ratified or not; in plans.csv in the latest version since care began, agreed by that day where it says when
unknown: the start of care is not held, and the days held do not make it 4 months; or the child’s plan cannot be told from the standard dataset or Annex A list 8
good: high
slices: [standard]
sources: [in_care_at, care_plan]
basis: The council’s own plans (plans); without them care plans of the standard dataset, or the permanence plan in Annex A list 8
national: Statutory guidance asks for a plan for permanence by the second review; nothing is published. The headline (PRM-03) is of plans ratified where the council sends plans.csv; the two bases stand beside each other and are never merged
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject,
  case when not longer_than_months(s.care_start_date, 4, s.period_end) then null
       when u.source = 'plans' then coalesce(k.planned and coalesce(k.agreed_date <= s.period_end, true), false)
       when k.child_id is null then case when u.source = 'annex_a_list_8' then null else false end
       else k.planned end as counted
from in_care_at s
join source_at u on u.relation = 'care_plan' and u.authority = s.authority and u.period_end = s.period_end
left join care_plan k on k.child_id = s.child_id and k.source = u.source
  and k.start_date >= case when s.care_start_known then s.care_start_date else date '1900-01-01' end
  and coalesce(k.end_date, date '9999-12-31') > s.period_end
  and k.known_from <= s.period_end and coalesce(k.known_to, date '9999-12-31') > s.period_end
where longer_than_months(s.care_start_date, 4, s.period_end) or not s.care_start_known
