/* rule
code: "529"
says: Placement provider code of PR3 cannot be associated with placements P1, A3 to A6, K1, K2 and U1 to U6 as these placements cannot be provided by other public organisations.
fields: [PLACE, PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes
where place_provider = 'PR3' and (place in ('P1', 'K1', 'K2') or placed_for_adoption(place) or fostered(place))
