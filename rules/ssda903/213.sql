/* rule
code: "213"
says: Placement provider information not required.
fields: [PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
forms: [{from: 2025-26, what: Z11 to Z14 have no provider}]
*/
select id, true as fault
from episodes
where place_provider is not null
  and (temporary(place) or collection_year() >= 2026 and other_placement(place))
