/* rule
code: "222"
says: Ofsted Unique reference number (URN) should not be recorded for this placement type.
fields: [URN]
tables: [Episodes]
years: 2022-23 on
forms:
  - {from: 2023-24, what: H5 may have a URN}
  - {from: 2024-25, what: P2 may have one}
  - {from: 2025-26, what: Z11 to Z14 in place of Z1 may have none}
*/
select id, true as fault
from episodes
where urn <> 'XXXXXXX'
  and (place in ('P1', 'P3', 'R1', 'R2', 'R5') or temporary(place)
    or place = 'H5' and collection_year() < 2024
    or place = 'P2' and collection_year() < 2025
    or other_placement(place))
