/* rule
code: "178"
says: Placement provider code is not a valid code.
fields: [PLACE_PROVIDER]
tables: [Episodes]
years: 2022-23 on
forms:
  - {from: 2025-26, what: "Z11 to Z14 have no provider; Z1 is no more"}
note: A provider where there should be none is no valid code either. T4 is temporary as T0 to T3 are, and has none in any year (ssda903.md section 3.5); the open validator left it out from 2025-26.
*/
select id, true as fault
from episodes
where place_provider_text not in (select code from code_list where tbl = 'episodes' and col = 'place_provider')
  or place_provider_text is not null and (temporary(place_text) or other_placement(place_text))
