/* rule
code: "218"
says: Ofsted Unique reference number (URN) is required.
fields: [URN]
tables: [Episodes]
years: 2022-23 on
forms:
  - {from: 2024-25, what: H5 and P2 need a URN}
  - {from: 2025-26, what: Z11 to Z14 in place of Z1 need none}
needs: [postcodes]
note: Of episodes in England that had not ended before the year. A short break (V3, V4) needs none, since rule 214 wants none there; the open validator asks it of them from 2025-26, and of a placement whose area is not known, which here cannot be judged.
*/
select id, until(dec, dec_text) >= year_start() and not outside_england(pl_la) as fault
from episodes
where urn is null and not short_break(ls) and not temporary(place)
  and coalesce(place not in ('P1', 'P3', 'R1', 'R2', 'R5'), true)
  and not (collection_year() < 2025 and coalesce(place in ('H5', 'P2'), false))
  and not other_placement(place)
