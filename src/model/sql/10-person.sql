-- The last day that each table of the return speaks for. The council's other sources go on from there: never before, and never child by child.
create or replace table returned_reach as
select authority, source, max(last_day) as last_day from reference.return_held where collection_year is not null group by all;

-- Everyone in any table of the return or in an extract. child_id is this version's own number; (authority, local_id) is the child.
create or replace table person as
with mentioned as (
  select authority, child, null::date as dob, 0 as rank from returned.header where use = 'used'
  union all select authority, child, null, 1 from returned.episodes where use = 'used'
  union all select authority, child, dob, 2 from returned.uasc where use = 'used'
  union all select authority, child, dob, 3 from returned.reviews where use = 'used'
  union all select authority, child, dob, 3 from returned.oc2 where use = 'used'
  union all select authority, child, dob, 3 from returned.oc3 where use = 'used'
  union all select authority, child, dob, 3 from returned.ad1 where use = 'used'
  union all select authority, child, dob, 3 from returned.placed_adoption where use = 'used'
  union all select authority, child, dob, 3 from returned.prev_perm where use = 'used'
  union all select authority, child, dob, 3 from returned.missing where use = 'used'
  union all select authority, child, dob, 3 from returned.sw_episodes where use = 'used'
  union all select authority, child, dob, 3 from returned.dolo where use = 'used'
  union all select authority, child, null, 4 from extract_child
),
child as (
  select authority, child, min_by(dob, (rank, dob)) filter (where dob is not null) as other_dob
  from mentioned where child is not null group by all
),
-- Who a child is: the return's header, else the standard dataset, else the lists of children in care and care leavers, each as a whole.
told as (
  select authority, child, 1 as rank, collection_year as newest, dob, sex, ethnic, upn, mother = '1' as mother, mc_dob, file_id, line
  from returned.header where use = 'used'
  union all by name
  select authority, pers_person_id as child, 2 as rank, pers_dob as dob, pers_sex as sex, pers_ethnicity as ethnic, pers_is_mother as mother, file_id, line
  from extract.ssd_person
  union all by name
  select authority, child_id as child, 3 as rank, as_at - date '1900-01-01' as newest, date_of_birth as dob, gender as sex, ethnicity as ethnic, file_id, line
  from extract.annex_a_list_8
  union all by name
  select authority, child_id as child, 4 as rank, as_at - date '1900-01-01' as newest, date_of_birth as dob, gender as sex, ethnicity as ethnic, file_id, line
  from extract.annex_a_list_9
),
who as (
  select * from told
  qualify row_number() over (partition by authority, child order by rank, newest desc nulls last, line desc) = 1
)
select
  row_number() over (order by c.authority, c.child)::integer as child_id,
  c.authority,
  c.child as local_id,
  coalesce(h.dob, c.other_dob) as date_of_birth,
  sex_of(h.sex) as sex,
  h.ethnic as ethnicity,
  ethnic_group_of(h.ethnic) as ethnic_group,
  h.upn,
  h.mother,
  h.mc_dob as first_child_date_of_birth,
  h.file_id,
  h.line
from child c
left join who h on h.authority = c.authority and h.child = c.child;

-- A child is an unaccompanied asylum-seeking child until `until` (null: still one), by the latest return that has the child. Of a child whom no
-- return has, or where the council has no such table: by the standard dataset, whose status is words; else by Annex A list 8, which says
-- whether the child was one in the last 12 months.
create or replace table uasc_status as
with beyond as (
  select p.child_id, p.authority, p.local_id, s.authority is not null as has_standard
  from person p
  left join returned_reach r on r.authority = p.authority and r.source = 'UASC'
  left join (select distinct authority from reference.return_held where source = 'ssd_immigration_status') s on s.authority = p.authority
  where r.last_day is null
     or not exists (from returned.episodes e where e.authority = p.authority and e.child = p.local_id and e.use = 'used')
),
told as (
  select p.child_id, p.authority, u.duc as until, u.collection_year as newest, u.line
  from returned.uasc u join person p on p.authority = u.authority and p.local_id = u.child
  where u.use = 'used'
  union all
  select b.child_id, b.authority, x.immi_immigration_status_end_date, x.immi_immigration_status_start_date - date '1900-01-01', x.line
  from extract.ssd_immigration_status x join beyond b on b.authority = x.authority and b.local_id = x.immi_person_id
  where regexp_matches(lower(coalesce(x.immi_immigration_status, '')), 'unaccompanied|uasc')
  union all
  select b.child_id, b.authority, null, x.as_at - date '1900-01-01', x.line
  from extract.annex_a_list_8 x join beyond b on b.authority = x.authority and b.local_id = x.child_id
  where x.uasc and not b.has_standard
)
select child_id, authority, max_by(struct_pack(duc := until), (coalesce(newest, -1), line)).duc as until
from told
group by all;
