/* rule
code: "303"
says: If date Unaccompanied Asylum-Seeking Child (UASC) status ceased is not null, UASC status must be coded 1.
fields: [DUC, UASC]
tables: [UASC, Header]
years: 2022-23 on
note: In a CSV return a child is UASC by being in the UASC table, so that it can come up only in XML, whose header says so itself.
*/
with not_uasc as (
  select u.id as uasc_id, h.id as header_id
  from uasc u join header h using (child)
  where u.duc_text is not null and h.uasc is distinct from '1'
)
select uasc_id as id, true as fault from not_uasc
union all
select header_id, true from not_uasc
