/* measure
title: Children with a plan for permanence
asks: Do children have an agreed plan for a permanent home in time?
catalogue: PRM-03
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period who had been in care for more than 4 months (the second review), short breaks excluded. Nobody, where plans.csv never says that any plan was ratified
counted: Where the council’s own plans are held (plans), those whose latest plan since care began was ratified by that day; without them, those for whom a plan for permanence is recorded
unknown: the start of care is not held, and the days held do not make it 4 months; or the child’s plan cannot be told from the standard dataset or Annex A list 8
good: high
slices: [standard]
sources: [in_care_at, care_plan]
basis: Ratified plans in plans.csv (basis “ratified”); without it care plans of the standard dataset, or the permanence plan in Annex A list 8 (basis “agreed”). A change from one to the other is a break in the series. Plans agreed, whatever the source, are a measure of their own (PRM-03:agreed)
national: Statutory guidance asks for a plan for permanence by the second review; nothing is published
revisions: [{on: 2026-11-27, what: First version}]
*/
select s.period_end, s.child_id as subject,
  case when not longer_than_months(s.care_start_date, 4, s.period_end) then null
       when u.source = 'plans' then coalesce(k.planned and k.ratified_date <= s.period_end, false)
       when k.child_id is null then case when u.source = 'annex_a_list_8' then null else false end
       else k.planned end as counted
from in_care_at s
join source_at u on u.relation = 'care_plan' and u.authority = s.authority and u.period_end = s.period_end
left join care_plan k on k.child_id = s.child_id and k.source = u.source
  and k.start_date >= case when s.care_start_known then s.care_start_date else date '1900-01-01' end
  and coalesce(k.end_date, date '9999-12-31') > s.period_end
  and k.known_from <= s.period_end and coalesce(k.known_to, date '9999-12-31') > s.period_end
where (longer_than_months(s.care_start_date, 4, s.period_end) or not s.care_start_known)
  -- A column that is blank throughout tells nothing of anyone (local-extracts.md 1.5).
  and (u.source <> 'plans' or s.authority in (select authority from care_plan where ratified_date is not null))
