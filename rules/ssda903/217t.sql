/* rule
code: "217t"
says: Placement type 'P2' is not a valid placement type from 28 October 2023.
fields: [PLACE, DECOM]
tables: [Episodes]
years: 2023-24 only
note: Of an episode that was still open on that day; one that ended on it passes.
*/
select id, until(dec, dec_text) > date '2023-10-28' and as_at() >= date '2023-10-28' as fault
from episodes
where place = 'P2'
