/* rule
code: "1015"
says: Placement provider is own provision but child not placed in own LA.
fields: [PL_POST]
tables: [Episodes]
years: 2022-23 on
forms:
  - {from: 2025-26, what: supported accommodation (K3) is left out}
needs: [authority, postcodes]
note: Foster homes, placements for adoption and short breaks are left out. Where nothing says in whose area a placement is, it is not known; the open validator finds it.
*/
select id, pl_la <> own_la() as fault
from episodes
where place_provider = 'PR1' and ls is not null and not short_break(ls) and place is not null
  and not placed_for_adoption(place) and not fostered(place)
  and not coalesce(place = 'K3' and collection_year() >= 2026, false)
