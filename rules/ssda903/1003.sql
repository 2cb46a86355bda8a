/* rule
code: "1003"
says: Date of LA's decision that a child should be placed for adoption is before the child started to be looked after.
fields: [DATE_PLACED, DECOM, RNE]
tables: [Episodes, PlacedAdoption]
years: 2022-23 on
note: Held against the first start (RNE S) of the child in this return; a child who has none in it is not asked, nor one whose care goes on from an earlier year before it (RNE L, P, T, B or U), which the open validator finds.
*/
with starts as (
  select child, min(decom) filter (rne = 'S') as began, bool_or(rne = 'S' and decom is null) as unsure, bool_or(rne = 'S') as starts,
    min(decom) filter (rne in ('L', 'P', 'T', 'B', 'U')) as went_on
  from episodes where child is not null group by child
),
first_start as (
  select child, began, unsure from starts where starts and coalesce(went_on >= began, true)
),
judged as (
  select p.id, s.child, s.began, case
      when p.date_placed >= s.began then false
      when s.unsure then null
      else p.date_placed < s.began end as fault
  from placed_adoption p join first_start s using (child)
  where p.date_placed_text is not null
)
select id, fault from judged
union all
select e.id, true
from episodes e join judged j on j.child = e.child and j.began = e.decom
where e.rne = 'S' and j.fault
