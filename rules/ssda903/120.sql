/* rule
code: "120"
says: The reason for the reversal of the decision that the child should be placed for adoption code is not valid.
fields: [REASON_PLACED_CEASED]
tables: [PlacedAdoption]
years: 2022-23 on
*/
select id, true as fault
from placed_adoption
where reason_placed_ceased_text not in (select code from code_list where tbl = 'placed_adoption' and col = 'reason_placed_ceased')
