/* rule
code: "146"
says: Placement type code is not a valid code.
fields: [PLACE]
tables: [Episodes]
years: 2022-23 on
forms:
  - {from: 2024-25, what: "K3 is a code"}
  - {from: 2025-26, what: "Z11 to Z14 in place of Z1; H5 and P2 are no codes any more"}
note: Z1 is taken when a return of 2025-26 is read, and is no code of this rule from then on. The open validator does not know K3 in 2024-25, by a slip of letters.
*/
select id, true as fault
from episodes
where place_text not in (select code from code_list where tbl = 'episodes' and col = 'place')
  or place = 'Z1' and collection_year() >= 2026
