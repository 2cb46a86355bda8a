/* rule
code: "191"
says: Child has been looked after continuously for at least 12 months at 31 March but one or more data items relating to children looked after for 12 months have been left blank.
fields: [IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, CHILD]
tables: [OC2, Episodes]
years: 2022-23 on
due: year end
note: Asked are the items that every child has. Of a child who is not in OC2 the earliest episode is found.
*/
with first_episode as (
  select id, child
  from episodes
  where child is not null
  qualify row_number() over (partition by child order by decom nulls last, row) = 1
)
select o.id, w.whole_year as fault
from oc2 o join whole_year w using (child)
where (immunisations_text is null or teeth_check_text is null or health_assessment_text is null or substance_misuse_text is null)
union all
select e.id, w.whole_year
from first_episode e join whole_year w using (child)
where not exists (select 1 from oc2 where oc2.child = e.child)
