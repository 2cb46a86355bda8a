/* rule
code: "119"
says: If the decision is made that a child should no longer be placed for adoption, then the date of this decision and the reason why this decision was made must be completed.
fields: [REASON_PLACED_CEASED, DATE_PLACED_CEASED]
tables: [PlacedAdoption]
years: 2022-23 on
*/
select id, true as fault
from placed_adoption
where (date_placed_ceased_text is null) <> (reason_placed_ceased_text is null)
