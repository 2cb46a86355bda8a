-- What is known of a child from before care, beside the return (local-extracts.md section 2).

-- Children with one family id are brothers and sisters: a row per child and family.
create or replace table family_member as
select p.child_id, x.authority, x.fami_family_id as family_id, 'ssd_family' as source, min(x.file_id) as file_id, min(x.line) as line
from extract.ssd_family x
join person p on p.authority = x.authority and p.local_id = x.fami_person_id
group by all;

-- Child protection plans, [start_date, end_date), another authority's included. Annex A list 7 has only those of its day and of the six
-- months before: known_from is the day of the first list that has the plan.
create or replace table protection_plan as
select p.child_id, x.authority, x.cppl_cp_plan_start_date as start_date, x.cppl_cp_plan_end_date as end_date,
  x.cppl_cp_plan_start_date as known_from, 'ssd_cp_plans' as source, x.file_id, x.line
from extract.ssd_cp_plans x
join person p on p.authority = x.authority and p.local_id = x.cppl_person_id
union all
select p.child_id, x.authority, x.started_on, arg_max_null(x.ended_on, x.as_at), min(x.as_at), 'annex_a_list_7', arg_min(x.file_id, x.as_at), arg_min(x.line, x.as_at)
from extract.annex_a_list_7 x
join person p on p.authority = x.authority and p.local_id = x.child_id
group by p.child_id, x.authority, x.started_on;

-- Referrals. in_12_months: how many the child had had in the 12 months to this one, as Annex A list 3 says.
create or replace table referral as
select p.child_id, x.authority, x.cine_referral_date as day, null::integer as in_12_months, 'ssd_cin_episodes' as source, x.file_id, x.line
from extract.ssd_cin_episodes x
join person p on p.authority = x.authority and p.local_id = x.cine_person_id
union all
select p.child_id, x.authority, x.referred_on, x.referrals_12_months, 'annex_a_list_3', x.file_id, x.line
from extract.annex_a_list_3 x
join person p on p.authority = x.authority and p.local_id = x.child_id;

-- Early help, by the day it began. Annex A list 2 has the assessments of six months.
create or replace table early_help as
select p.child_id, x.authority, x.earl_episode_start_date as start_date, 'ssd_early_help_episodes' as source, x.file_id, x.line
from extract.ssd_early_help_episodes x
join person p on p.authority = x.authority and p.local_id = x.earl_person_id
union all
select p.child_id, x.authority, x.started_on, 'annex_a_list_2', x.file_id, x.line
from extract.annex_a_list_2 x
join person p on p.authority = x.authority and p.local_id = x.child_id;

-- What the assessment before a period of care found: the last authorised on or before its first day, else the first authorised within 60 days
-- after it, known from the day it was authorised. Factors are a list of codes or keys with Yes; what is neither cannot be told. A period whose
-- first day is not known has none: what came before it cannot be told from what came after.
create or replace table assessment_before_care as
with told as (
  select authority, cinf_assessment_id as assessment_id,
    case when not json_valid(cinf_assessment_factors_json) then null
         when json_type(cinf_assessment_factors_json) = 'ARRAY' then json_extract_string(cinf_assessment_factors_json, '$[*]')
         when json_type(cinf_assessment_factors_json) = 'OBJECT'
         then list_filter(json_keys(cinf_assessment_factors_json), lambda k: upper(trim(coalesce(
           json_extract_string(cinf_assessment_factors_json, '$."' || k || '"'), ''))) in ('YES', 'Y', 'TRUE', '1')) end as factors
  from extract.ssd_assessment_factors
),
found as (
  select authority, assessment_id, list_distinct(list_transform(flatten(list(factors)), lambda f: regexp_extract(upper(trim(f)), '^[0-9]+[A-Z]?'))) as factors
  from told where factors is not null
  group by all
),
authorised as (
  select p.child_id, x.authority, x.cina_assessment_auth_date as day, f.factors, x.file_id, x.line
  from extract.ssd_cin_assessments x
  join person p on p.authority = x.authority and p.local_id = x.cina_person_id
  left join found f on f.authority = x.authority and f.assessment_id = x.cina_assessment_id
  where x.cina_assessment_auth_date is not null
)
select c.child_id, c.authority, c.period_no, greatest(a.day, c.start_date) as known_from, a.day as authorised_on, a.factors,
  len(list_filter(a.factors, lambda f: adverse_experience(f))) > 0 as adverse_experience,
  len(list_filter(a.factors, lambda f: parental_domestic_abuse(f))) > 0 and len(list_filter(a.factors, lambda f: parental_substance_misuse(f))) > 0
    and len(list_filter(a.factors, lambda f: parental_mental_health(f))) > 0 as three_factors,
  'ssd_cin_assessments' as source, a.file_id, a.line
from period_of_care c
join authorised a on a.child_id = c.child_id and a.day <= c.start_date + 60
where c.start_known
qualify row_number() over (partition by c.child_id, c.period_no
  order by a.day <= c.start_date desc, case when a.day <= c.start_date then c.start_date - a.day else a.day - c.start_date end, a.factors is null, a.file_id desc, a.line desc) = 1;

-- Where home postcodes are: the ward, and the twentieth of England's small areas by deprivation, 1 the most deprived. How many areas there are
-- depends on the edition of the index (local-extracts.md 4.2).
create or replace table home_area as
select k.postcode, k.la_code, k.ward_code,
  case when starts_with(k.la_code, 'E') then ceil(20 * k.imd_rank / case f.imd_edition when 2025 then 33755.0 else 32844.0 end)::integer end as imd_band,
  'postcodes' as source
from place_known k
left join reference.postcode f on f.postcode = k.postcode;

-- Families of adopters (Annex A list 11 has a row per adopter): a family has left when every adopter of it has.
create or replace table adopter_family as
select authority, coalesce(family_id, 'adopter ' || adopter_id) as family_id, max(approved_on) as approved_on, min(matched_on) as matched_on,
  min(adopted_on) as adopted_on, case when count(left_on) = count(*) then max(left_on) end as left_on,
  'annex_a_list_11' as source, min(file_id) as file_id, min(line) as line
from extract.annex_a_list_11
group by all;
