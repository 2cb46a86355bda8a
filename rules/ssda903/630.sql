/* rule
code: "630"
says: Information on previous permanence option should be returned.
fields: [RNE]
tables: [Episodes, PrevPerm]
years: 2022-23 on
note: Complete is Z1, or another code with the date of the order and the local authority. Asked of every start of the year.
*/
with complete as (
  select p.child from prev_perm p
  where p.child is not null and p.prev_perm is not null
    and (p.prev_perm = 'Z1' or (p.la_perm is not null and p.date_perm is not null))
)
select id, decom >= year_start() as fault
from episodes
where rne = 'S' and child is not null and child not in (select child from complete)
