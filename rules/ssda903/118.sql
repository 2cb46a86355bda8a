/* rule
code: "118"
says: Date of decision that a child should no longer be placed for adoption is before the current collection year or before the date the child started to be looked after.
fields: [DATE_PLACED_CEASED, DECOM, LS]
tables: [Episodes, PlacedAdoption]
years: 2022-23 on
note: Care began with the earliest episode that is no short break. A decision before the year is found for a child without episodes too; the open validator asks children with episodes only.
*/
with first_episode as (
  select id, child, decom, bool_or(decom is null) over (partition by child) as undated
  from episodes
  where child is not null and not short_break(ls)
  qualify row_number() over (partition by child order by decom nulls last, row) = 1
),
judged as (
  select p.id as placed, e.id as episode,
    p.date_placed_ceased < year_start() or case when e.id is null then false when not e.undated then p.date_placed_ceased < e.decom end as fault
  from placed_adoption p left join first_episode e using (child)
  where p.date_placed_ceased_text is not null
)
select placed as id, fault from judged
union all
select episode, fault from judged where episode is not null
