/* rule
code: "242"
says: URN = 'XXXXXXX' can only be used for regional adoption agencies
fields: [URN]
tables: [Episodes]
years: 2025-26 on
note: Which are those of adoptive and foster placements, A3 to A6 and U1 to U6.
*/
select id, true as fault
from episodes
where urn = 'XXXXXXX' and not placed_for_adoption(place) and not fostered(place)
