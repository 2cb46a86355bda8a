/* rule
code: "411"
says: Placement location code disagrees with LA of placement.
fields: [PL_LOCATION]
tables: [Episodes]
years: 2022-23 on
needs: [authority]
note: Only IN is asked about. Where both are worked out from the postcode they agree, so that a return which says neither has no such fault.
*/
select id, true as fault
from episodes
where pl_location = 'IN' and pl_la is distinct from own_la()
