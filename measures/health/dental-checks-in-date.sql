/* measure
title: Children whose last dental check was in the last 12 months
asks: Has each child seen a dentist in the last 12 months?
catalogue: HLT-03:in_year
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded
counted: Those with a dental check no longer than 12 months before the last day of the period, the same day a year before included, whoever cared for them
unknown: with Annex A list 8, the child is not in the list
unknown_is: not counted
good: high
slices: [standard]
sources: [in_care_at, health_event]
looks_back: 12 months of health_event
basis: "SSDA903 episodes; dental checks completed in the standard dataset (ssd_cla_health, a type that says dent); without it the last dental check in Annex A list 8. All children in care, of any age and however long in care, as indicators.md HLT-03 has it"
national: None on this basis; the yearly record (OC2) is what DfE publishes; it stands beside this and is never merged with it
revisions: [{on: 2026-11-27, what: First version}]
*/
with child as (
  select s.period_end, s.child_id, u.source
  from in_care_at s
  join source_at u on u.relation = 'health_event' and u.authority = s.authority and u.period_end = s.period_end
),
latest as (
  select c.period_end, c.child_id, max(h.day) as last_on
  from child c
  join health_event h on h.child_id = c.child_id and h.source = c.source and h.kind = 'dental'
    and h.known_from <= c.period_end and (h.known_to is null or h.known_to > c.period_end)
  group by all
)
select c.period_end, c.child_id as subject,
  case when l.last_on is not null then within_months(l.last_on, 12, c.period_end)
       when c.source = 'annex_a_list_8' and l.child_id is null then null
       else false end as counted
from child c
left join latest l using (period_end, child_id)
