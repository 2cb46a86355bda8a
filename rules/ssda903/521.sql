/* rule
code: "521"
says: Date of local authority's decision (LA) that adoption is in the best interests of the child (date should be placed) must be on or prior to the date the child is placed for adoption.
fields: [PLACE, DECOM, DATE_INT]
tables: [Episodes, AD1]
years: 2022-23 on
*/
with placed_and_adopted as (
  select episodes.id as episode, ad1.id as adoption, date_int > decom as too_late
  from episodes join ad1 using (child) where placed_for_adoption(place)
)
select episode as id, too_late as fault from placed_and_adopted
union all
select adoption, too_late from placed_and_adopted
