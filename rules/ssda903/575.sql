/* rule
code: "575"
says: If the placement from which the child goes missing/away from placement without authorisation ends, the missing/away from placement without authorisation period in the missing module must also have an end date.
fields: [MIS_END]
tables: [Episodes, Missing]
years: 2022-23 on
note: An episode that ends only because the legal status changes (the next begins the same day with RNE L) does not end the placement; the open validator takes the end of any episode. A child who goes missing on the day on which a placement ends does so from the next.
*/
with placements as (
  select child, decom, until(dec, dec_text) as ended,
    count(*) filter (rne is distinct from 'L' or prior.dec is distinct from decom) over (partition by child order by n) as placement
  from episode_order
  where decom is not null
),
whole_placements as (
  select child, min(decom) as began, last(ended order by decom) as ended from placements group by child, placement
)
select m.id, m.mis_start >= p.began and m.mis_start < p.ended and p.ended < for_ever() as fault
from missing m join whole_placements p using (child)
where m.mis_end_text is null
union all
-- An episode without a start that can be read may be the placement.
select m.id, null
from missing m semi join (from episodes where decom is null) using (child)
where m.mis_end_text is null
  and not exists (select 1 from whole_placements p where p.child = m.child and m.mis_start >= p.began and m.mis_start < p.ended)
