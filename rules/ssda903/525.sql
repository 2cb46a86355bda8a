/* rule
code: "525"
says: A child for whom the decision to be placed for adoption has been reversed cannot be adopted during the year.
fields: [DATE_PLACED_CEASED, DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR]
tables: [PlacedAdoption, AD1]
years: 2022-23 on
note: A child with another decision that stands may be adopted; the open validator finds that child too.
*/
with standing as (
  select child from placed_adoption where child is not null and date_placed_ceased_text is null
),
reversed_and_adopted as (
  select placed_adoption.id as decision, ad1.id as adoption
  from placed_adoption join ad1 using (child)
  where date_placed_ceased_text is not null and child not in (from standing)
    and coalesce(date_int_text, date_match_text, foster_care, nb_adoptr, sex_adoptr, ls_adoptr) is not null
)
select decision as id, true as fault from reversed_and_adopted
union all
select adoption, true from reversed_and_adopted
