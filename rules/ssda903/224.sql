/* rule
code: "224"
says: The Ofsted Unique reference number (URN) provided for the child's placement does not match the placement provider recorded.
fields: [PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
needs: [providers]
note: The code must be one that any of the provider's lines in the list may have. A URN that is not in the list matches none.
*/
with allowed as (select urn, unnest(provider_codes) as place_provider from provider)
select id, true as fault
from episodes anti join allowed using (urn, place_provider)
where urn <> 'XXXXXXX'
