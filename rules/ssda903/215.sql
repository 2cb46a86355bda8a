/* rule
code: "215"
says: Child has care leaver information but one or more data items relating to children looked after for 12 months have been completed.
fields: [IN_TOUCH, ACTIV, ACCOM, CONVICTED, HEALTH_CHECK, IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT, SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED]
tables: [OC2, OC3]
years: 2022-23 on
note: The SDQ score and its reason are not among the items.
*/
with leavers as (select id, child from oc3 where coalesce(in_touch, activ, accom) is not null),
twelve_months as (
  select id, child from oc2
  where coalesce(convicted, health_check, immunisations, teeth_check, health_assessment, substance_misuse, intervention_received, intervention_offered) is not null
)
select id, true as fault from leavers where child in (select child from twelve_months)
union all
select id, true as fault from twelve_months where child in (select child from leavers)
