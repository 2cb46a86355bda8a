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
  h.mother = '1' as mother,
  h.mc_dob as first_child_date_of_birth,
  h.file_id,
  h.line
from child c
left join (
  select * from returned.header where use = 'used'
  qualify row_number() over (partition by authority, child order by collection_year desc, line desc) = 1
) h on h.authority = c.authority and h.child = c.child;

-- A child is an unaccompanied asylum-seeking child until `until` (null: still one), by the latest return that has the child.
create or replace table uasc_status as
select p.child_id, p.authority, arg_max(u.duc, (u.collection_year, u.line)) filter (where u.duc is not null) as last_duc,
       max_by(struct_pack(duc := u.duc), (u.collection_year, u.line)).duc as until
from returned.uasc u join person p on p.authority = u.authority and p.local_id = u.child
where u.use = 'used'
group by all;
alter table uasc_status drop column last_duc;
