/* rule
code: "420"
says: LA of placement completed but child is looked after under legal status V3 or V4.
fields: [PL_POST]
tables: [Episodes]
years: 2022-23 on
needs: [postcodes]
note: The area is worked out from the postcode of the placement.
*/
select id, true as fault
from episodes
where short_break(ls) and pl_la is not null
