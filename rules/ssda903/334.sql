/* rule
code: "334"
says: Date child started to be looked after in latest period of care must be on or prior to the date should be placed for adoption.
fields: [DATE_INT, DECOM, RNE]
tables: [Episodes, AD1]
years: 2022-23 on
note: The latest period of care began with the child's last episode of this return with RNE S; a child without one is not asked.
*/
with starts as (
  select id, child, decom, row_number() over (partition by child order by decom desc nulls last) as nth
  from episodes
  where rne = 'S' and child is not null
),
decided as (
  select a.id as ad1_id, s.id as episode_id, a.date_int < s.decom as fault
  from ad1 a join starts s using (child)
  where a.date_int_text is not null and (s.nth = 1 or s.decom is null)
)
select ad1_id as id, fault from decided
union all
select episode_id, fault from decided
