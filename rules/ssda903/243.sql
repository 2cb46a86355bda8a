/* rule
code: "243"
says: Only placements with providers registered with Ofsted should have a URN reported.
fields: [URN]
tables: [Episodes]
years: 2025-26 on
needs: [postcodes]
note: Placements outside England (and confidential ones) have none, nor XXXXXXX.
*/
select id, outside_england(pl_la) as fault
from episodes
where urn is not null
