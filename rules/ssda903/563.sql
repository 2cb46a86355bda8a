/* rule
code: "563"
says: The child should no longer be placed for adoption but the date of the decision that the child should be placed for adoption is blank.
fields: [DATE_PLACED, REASON_PLACED_CEASED, DATE_PLACED_CEASED]
tables: [PlacedAdoption]
years: 2022-23 on
note: That the child should no longer be placed is taken from date and reason together; one without the other is rule 119.
*/
select id, true as fault
from placed_adoption
where reason_placed_ceased is not null and date_placed_ceased_text is not null and date_placed_text is null
