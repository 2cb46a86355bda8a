/* rule
code: "335"
says: The current foster value (0) suggests that child is not adopted by current foster carer, but last placement is A2, A3, or A5. Or the current foster value (1) suggests that child is adopted by current foster carer, but last placement is A1, A4 or A6.
fields: [PLACE, FOSTER_CARE]
tables: [Episodes, AD1]
years: 2022-23 on
note: The last placement is that of the episode that ended in adoption (E11 or E12; E1 before them).
*/
with adopted as (
  select e.id as episode_id, a.id as ad1_id
  from episodes e join ad1 a using (child)
  where e.rec in ('E1', 'E11', 'E12')
    and (a.foster_care = '0' and e.place in ('A2', 'A3', 'A5') or a.foster_care = '1' and e.place in ('A1', 'A4', 'A6'))
)
select episode_id as id, true as fault from adopted
union all
select ad1_id, true from adopted
