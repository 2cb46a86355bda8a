/* rule
code: "555"
says: Freeing order has been granted but there is no date of decision that the child should be placed for adoption.
fields: [CHILD, DATE_PLACED, DATE_PLACED_CEASED, REASON_PLACED_CEASED]
tables: [Episodes, PlacedAdoption]
years: 2022-23 to 2023-24
note: A row of the table is taken for a decision, with a date or without. Reversed while the order is in force is found too, as the fields to mark say; not where another decision stands, which the open validator does not ask.
*/
with granted as (
  select id, child, dec_text from episodes where ls = 'D1' and child is not null
),
decisions as (
  select id, child, date_placed_ceased_text is not null or reason_placed_ceased is not null as reversed from placed_adoption where child is not null
)
select id, true as fault from granted where child not in (select child from decisions)
union all
select id, true from decisions
where reversed and child in (select child from granted where dec_text is null) and child not in (select child from decisions where not reversed)
