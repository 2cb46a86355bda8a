/* rule
code: "1014"
says: UASC information is not required for care leavers
fields: [ACTIV, ACCOM, IN_TOUCH, DUC]
tables: [UASC, Episodes, OC3]
years: 2022-23 on
note: A care leaver here is a child in OC3 without an episode in the year. The open validator passes over one who has no episode of any year.
*/
with in_care as (
  select child, case when bool_or(in_year) then true when bool_or(in_year is null) then null else false end as in_year
  from (select child, decom <= year_end() and until(dec, dec_text) >= year_start() as in_year from episodes)
  group by child
),
care_leavers as (
  select u.id as uasc_id, o.id as oc3_id, case when c.child is null then true else not c.in_year end as fault
  from uasc u join oc3 o using (child) left join in_care c using (child)
  where coalesce(o.in_touch, o.activ, o.accom) is not null
)
select uasc_id as id, fault from care_leavers
union all
select oc3_id, fault from care_leavers
