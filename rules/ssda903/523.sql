/* rule
code: "523"
says: Date of decision that the child should be placed for adoption should be the same date as the decision that adoption is in the best interest (date should be placed).
fields: [DATE_PLACED, DATE_INT]
tables: [PlacedAdoption, AD1]
years: 2022-23 on
note: Where a child has several decisions it is the latest that led to the adoption; the open validator holds each against it.
*/
with latest as (
  select *, bool_or(date_placed is null) over (partition by child) as unsure from placed_adoption
  qualify date_placed is null or date_placed = max(date_placed) over (partition by child)
),
not_the_same as (
  select latest.id as decision, ad1.id as adoption, case when unsure then null else date_placed <> date_int end as fault
  from latest join ad1 using (child) where (date_placed = date_int) is not true
)
select decision as id, fault from not_the_same
union all
select adoption, fault from not_the_same
