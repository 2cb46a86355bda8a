/* rule
code: "214"
says: Placement location information not required.
fields: [PL_POST, URN]
tables: [Episodes]
years: 2022-23 on
note: It is not required of short breaks (V3 and V4).
*/
select id, true as fault
from episodes
where short_break(ls) and (pl_post is not null or urn is not null)
