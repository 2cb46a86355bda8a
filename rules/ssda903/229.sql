/* rule
code: "229"
says: Placement provider does not match between the placing authority and the local authority code of the provider.
fields: [URN, PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
forms: [{from: 2025-26, what: K3 and the placements without a URN are left out}]
needs: [providers, authority]
note: PR1 needs a provider in the council's own area by the list, and PR2 one that is not in it. A provider whose area the list does not tell is not in the council's own.
*/
with own as (select distinct urn from provider where la = own_la() and urn is not null)
select id, case when exists (from provider where la is not null) then true end as fault, 'the list of providers gives no areas' as why
from episodes
where urn <> 'XXXXXXX' and place_provider in ('PR1', 'PR2')
  and (place_provider = 'PR2') = (urn in (select urn from own))
  and not (collection_year() >= 2026
    and (temporary(place) or other_placement(place) or coalesce(place in ('K3', 'P1', 'P3', 'R1', 'R2', 'R5'), false)))
