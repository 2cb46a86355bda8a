-- Care leavers as they stand, from pictures: Annex A list 9, or the standard dataset. A picture holds [as_at, next_as_at); how old it may be is
-- for reference.return_held to say. eligibility: relevant, former_relevant, qualifying, eligible, none; null where it cannot be told.
-- in_scope is false for those who died, or went home to parents for six months or more: no board counts them among care leavers (CL(d)).
-- suitable: of no fixed abode and in custody never are; null where it cannot be told.
create or replace table care_leaver as
with listed as (
  select authority, as_at, child_id as local_id, 'annex_a_list_9' as source, eligibility, in_touch, activity, accommodation, suitability,
    pathway_plan_on, team, uasc, file_id, line
  from extract.annex_a_list_9
  union all
  select authority, as_at, clea_person_id, 'ssd_care_leavers', clea_care_leaver_eligibility, clea_care_leaver_in_touch, clea_care_leaver_activity,
    clea_care_leaver_accommodation, clea_care_leaver_accom_suitable, clea_pathway_plan_review_date, clea_care_leaver_allocated_team, null, file_id, line
  from extract.ssd_care_leavers
),
picture as (
  select authority, source, as_at, lead(as_at) over (partition by authority, source order by as_at) as next_as_at
  from (select distinct authority, source, as_at from listed)
)
select p.child_id, l.authority, l.as_at, d.next_as_at, nullif(l.eligibility, 'unknown') as eligibility, nullif(l.in_touch, 'unknown') as in_touch,
  coalesce(l.in_touch, '') not in ('DIED', 'RHOM') as in_scope, nullif(l.activity, 'unknown') as activity, nullif(l.accommodation, 'unknown') as accommodation,
  case when l.accommodation in ('S', 'X') then false when l.suitability = 'suitable' then true when l.suitability = 'unsuitable' then false end as suitable,
  l.pathway_plan_on, coalesce(l.team, 'not_known') as team,
  case when l.uasc then 'yes' when not l.uasc then 'no' when u.child_id is not null then 'yes' else 'not_known' end as uasc,
  l.source, l.file_id, l.line
from listed l
join picture d using (authority, source, as_at)
join person p on p.authority = l.authority and p.local_id = l.local_id
left join uasc_status u on u.child_id = p.child_id;
