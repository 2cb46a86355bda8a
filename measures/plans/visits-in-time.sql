/* measure
title: Children visited face to face when they should be
asks: Were children visited when they should be?
catalogue: PLN-04
kind: proportion
at: period end
windows: [month]
population: Children in care on the last day of the period, short breaks excluded (they have a rule of their own)
counted: Those whose latest face-to-face visit, at which they were seen, was in time on that day. In the first week of a placement none is due yet; after that within six weeks, and within three months where the placement is a year old and meant to last until 18; with parents on an interim care order within a week until the first review and then within four weeks; with parents on a care order within a week of the order and then within six weeks
unknown: whether a visit was seen is not recorded and would decide it; or Annex A list 8 has no date or no row of the child
unknown_is: not counted
good: high
slices: [standard]
sources: [in_care_at, visit, placement_until_18]
basis: The council’s record of visits (visits); without it the standard dataset (ssd_cla_visits), or the latest visit in Annex A list 8, neither of which says how the visit was held, so a visit in them is taken as face to face. Meant to last until 18 by plans.csv where it says, else by a plan for long-term care or a long-term foster placement (U1, U4). A missing or unwilling child is still due a visit
national: SI 2010/959 regulation 28; nothing is published. Visits by video are counted in a measure of their own, beside this and never in it (PLN-05). Weekly visits under regulation 24 are not asked for, since the return does not say whose approval is temporary
revisions: [{on: 2026-11-27, what: First version}]
*/
with child as (
  select s.period_end, s.child_id, s.placement_type, s.legal_status_code, s.care_start_date, s.care_start_known, u.source,
    coalesce(placed_with_parents(s.placement_type), false) as with_parents,
    coalesce(s.placement_start_date, s.care_start_date) as placed_on,
    visits_from(placed_on, with_parents, l.start_date) as due_from,
    -- Without reviews held for the day, the first is taken to have been held when it was due: by the 20th working day.
    coalesce(r.source is null and w.number >= b.number + 20, false) or exists (
      from review v where v.child_id = s.child_id and v.review_date between s.care_start_date and s.period_end) as reviewed
  from in_care_at s
  join source_at u on u.relation = 'visit' and u.authority = s.authority and u.period_end = s.period_end
  left join source_at r on r.relation = 'review' and r.authority = s.authority and r.period_end = s.period_end
  left join legal_status_spell l on l.child_id = s.child_id and l.start_date <= s.period_end and coalesce(l.end_date, date '9999-12-31') > s.period_end
  left join working_day b on b.day = s.care_start_date
  left join working_day w on w.day = s.period_end
),
-- A visit older than three months is never in time; of list 8 it shows that the child's visits are known.
visited as (
  select c.period_end, c.child_id, max(v.day) filter (v.seen and v.day >= c.due_from) as seen_on,
    max(v.day) filter (v.seen is distinct from false and v.day >= c.due_from) as perhaps_seen_on
  from child c
  join visit v on v.child_id = c.child_id and v.source = c.source and v.method = 'face_to_face'
    and v.day <= c.period_end and (v.day >= c.period_end - 100 or v.source = 'annex_a_list_8')
    and v.known_from <= c.period_end and coalesce(v.known_to, date '9999-12-31') > c.period_end
  group by all
),
plan as (
  select c.period_end, c.child_id, k.placement_until_18, k.long_term
  from child c
  join person p on p.child_id = c.child_id
  join source_at u on u.relation = 'placement_until_18' and u.authority = p.authority and u.period_end = c.period_end
  join care_plan k on k.child_id = c.child_id and k.source = u.source and k.start_date <= c.period_end
    and k.start_date >= case when c.care_start_known then c.care_start_date else date '1900-01-01' end
    and coalesce(k.end_date, date '9999-12-31') > c.period_end
),
judged as (
  select c.*, v.child_id is not null as known, v.seen_on, v.perhaps_seen_on,
    coalesce(k.placement_until_18, coalesce(long_term_foster(c.placement_type), false) or coalesce(k.long_term, false)) as until_18
  from child c
  left join visited v using (period_end, child_id)
  left join plan k using (period_end, child_id)
)
select period_end, child_id as subject,
  case when visited_in_time(period_end, placed_on, due_from, seen_on, with_parents, legal_status_code, reviewed, until_18) then true
       when visited_in_time(period_end, placed_on, due_from, perhaps_seen_on, with_parents, legal_status_code, reviewed, until_18) then null
       when source = 'annex_a_list_8' and not known then null
       else false end as counted
from judged
