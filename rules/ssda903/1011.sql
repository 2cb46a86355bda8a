/* rule
code: "1011"
says: This child is recorded as having his/her care transferred to another local authority for the final episode and therefore should not have the care leaver information completed.
fields: [IN_TOUCH, ACTIV, ACCOM]
tables: [Episodes, OC3]
years: 2022-23 on
*/
with transferred as (
  select child, case when not undated then true end as in_final_episode
  from episode_order
  where next is null and rec = 'E3'
)
select o.id, t.in_final_episode as fault
from oc3 o join transferred t using (child)
where coalesce(o.in_touch, o.activ, o.accom) is not null
