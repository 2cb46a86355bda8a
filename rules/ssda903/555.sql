/* rule
code: "555"
says: Freeing order has been granted but there is no date of decision that the child should be placed for adoption.
fields: [CHILD, DATE_PLACED, DATE_PLACED_CEASED, REASON_PLACED_CEASED]
tables: [Episodes, PlacedAdoption]
years: 2022-23 to 2023-24
note: A row of the table is taken for a decision, with a date or without. Reversed while the order is in force is found too, as the fields to mark say; not where another decision stands, which the open validator does not ask.
*/
select id, true as fault
from order_without_decision('D1')
