/* rule
code: "219"
says: The Ofsted Unique reference number (URN) provided for the child's placement does not match the placement type recorded.
fields: [URN, PLACE]
tables: [Episodes]
years: 2022-23 on
needs: [providers]
note: The type must be one that any of the provider's lines in the list may have. A URN that is not in the list matches none.
*/
with allowed as (select urn, unnest(place_codes) as place from provider)
select id, true as fault
from episodes anti join allowed using (urn, place)
where urn <> 'XXXXXXX'
