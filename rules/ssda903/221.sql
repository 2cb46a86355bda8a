/* rule
code: "221"
says: The Ofsted Unique reference number (URN) provided for the child's placement does not match the placement postcode provided.
fields: [PL_POST]
tables: [Episodes]
years: 2022-23 on
forms:
  - {from: 2023-24, what: H5 is asked too}
  - {from: 2024-25, what: K3 is asked in place of H5}
needs: [providers]
note: The postcode must be that of any of the provider's lines in the list, spaces aside; a provider of several addresses needs a line for each. A URN that is not in the list matches none.
*/
with registered as (select urn, replace(upper(postcode), ' ', '') as postcode from provider)
select id, true as fault
from episodes e
where urn <> 'XXXXXXX' and not short_break(ls) and pl_post is not null
  and (place in ('K1', 'K2', 'R3', 'S1') or place = 'H5' and collection_year() = 2024 or place = 'K3' and collection_year() >= 2025)
  and not exists (select 1 from registered r where r.urn = e.urn and r.postcode = replace(e.pl_post, ' ', ''))
