/* rule
code: "230"
says: Ofsted Unique reference number (URN) is required for any English H5 placements from 28 October 2023.
fields: [PLACE, DEC, URN]
tables: [Episodes]
years: 2023-24 only
needs: [postcodes]
note: Of an episode that was still open on that day; one that ended on it passes. XXXXXXX is no URN here.
*/
select id, until(dec, dec_text) > date '2023-10-28' and as_at() >= date '2023-10-28' and not outside_england(pl_la) as fault
from episodes
where place = 'H5' and coalesce(urn, 'XXXXXXX') = 'XXXXXXX'
