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
where urn = 'XXXXXXX' and coalesce(place not in ('A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6'), true)
