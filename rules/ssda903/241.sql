/* rule
code: "241"
says: LA of placement is not an LA the provider has premises.
fields: [URN]
tables: [Episodes]
years: 2025-26 on
needs: [providers, postcodes, authority]
note: Asked of supported accommodation (K3), whose area must be one of those that the list has for the URN; a provider with premises in several needs a line for each. Where it has none, the council's own area alone passes; the open validator asks for that area always, and so finds every placement elsewhere.
*/
with premises as (select urn, la from provider where la is not null)
select id, case when pl_la is null then null else true end as fault
from episodes e
where place = 'K3' and urn <> 'XXXXXXX'
  and not exists (select 1 from premises p where p.urn = e.urn and p.la = e.pl_la)
  and not (coalesce(pl_la = own_la(), false) and not exists (select 1 from premises p where p.urn = e.urn))
