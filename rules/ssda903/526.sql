/* rule
code: "526"
says: Child is missing a placement provider code for at least one episode.
fields: [PLACE, PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
forms:
  - {from: 2025-26, what: "Z11 to Z14 have no provider, as Z1 had none before"}
*/
select id, true as fault
from episodes
where place_provider is null and not temporary(place) and not other_placement(place)
