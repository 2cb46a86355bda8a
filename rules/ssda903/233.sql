/* rule
code: "233"
says: Reason for placement change is not required when the episode has not ceased.
fields: [REASON_PLACE_CHANGE]
tables: [Episodes]
years: 2025-26 on
note: An episode has ceased where DEC is filled. The return has no column DATE_EPISODE_CEASED, which the open validator reads.
*/
select id, true as fault
from episodes
where dec_text is null and reason_place_change is not null
