/* rule
code: "503D"
says: The placement type in the first episode does not match open episode at end of last year
fields: [PLACE]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
forms:
  - {from: 2024-25, what: "H5 may have become K3, in this year only"}
  - {from: 2025-26, what: Z1 may have become Z11 to Z14}
*/
select id, case when unsure then null else true end as fault
from carried_over
where place is distinct from last.place
  and not coalesce(last.place = 'H5' and place = 'K3' and collection_year() = 2025, false)
  and not coalesce(last.place = 'Z1' and other_placement(place) and collection_year() >= 2026, false)
