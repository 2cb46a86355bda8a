/* measure
title: Children seen alone at their latest visit
asks: Did the social worker see the child alone?
catalogue: PLN-07
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded. Nobody, where the file never says whether any child was seen alone
counted: Those seen alone at their latest face-to-face visit since care began; a child not visited is not counted
unknown: whether the child was seen alone at that visit is not recorded
unknown_is: not counted
good: high
slices: [standard]
sources: [in_care_at, visit_seen_alone]
basis: The council’s record of visits (visits); without it the standard dataset (ssd_cla_visits), which does not say how a visit was held, so a visit in it is taken as face to face. Of two visits on one day, alone at either is alone
national: SI 2010/959 regulation 29; nothing is published. Babies are in the group, though nobody asks them
revisions: [{on: 2026-11-27, what: First version}]
*/
with latest as (
  select s.period_end, s.child_id, v.day, bool_or(v.seen_alone) as seen_alone
  from in_care_at s
  join source_at u on u.relation = 'visit_seen_alone' and u.authority = s.authority and u.period_end = s.period_end
  join visit v on v.child_id = s.child_id and v.source = u.source and v.method = 'face_to_face' and v.seen
    and v.day between s.care_start_date and s.period_end
  group by s.period_end, s.child_id, v.day
  qualify row_number() over (partition by s.period_end, s.child_id order by v.day desc) = 1
),
-- A column that is blank throughout tells nothing of anyone (local-extracts.md 1.5).
telling as (
  select distinct authority, source from visit where seen_alone is not null
)
select s.period_end, s.child_id as subject, case when l.child_id is null then false else l.seen_alone end as counted
from in_care_at s
join source_at u on u.relation = 'visit_seen_alone' and u.authority = s.authority and u.period_end = s.period_end
join telling t on t.authority = s.authority and t.source = u.source
left join latest l on l.child_id = s.child_id and l.period_end = s.period_end
