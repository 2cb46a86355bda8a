/* rule
code: "411"
says: Placement location code disagrees with LA of placement.
fields: [PL_LOCATION]
tables: [Episodes]
years: 2022-23 on
needs: [authority, postcodes]
note: Only IN is asked about. Where both are worked out from the postcode they agree.
*/
select id, true as fault
from episodes
where pl_location = 'IN' and pl_la is distinct from upper(own_la())
