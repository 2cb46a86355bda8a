/* rule
code: "117"
says: Date of decision that a child should/should no longer be placed for adoption is beyond the current collection year or after the child ceased to be looked after.
fields: [DATE_PLACED_CEASED, DATE_PLACED, DEC, REC, DECOM]
tables: [Episodes, PlacedAdoption]
years: 2022-23 on
note: Care ended with the episode that began last of those that were not carried on (REC other than X1). A decision after the year is found for a child without episodes too; the open validator asks children with episodes only.
*/
with last_left as (
  select id, child, bool_or(decom is null) over (partition by child) as undated, until(dec, dec_text) as left_on
  from episodes
  where child is not null and rec is distinct from 'X1'
  qualify row_number() over (partition by child order by decom desc nulls last, row) = 1
),
decisions as (
  select id, child, date_placed as decided from placed_adoption where date_placed_text is not null
  union all
  select id, child, date_placed_ceased from placed_adoption where date_placed_ceased_text is not null
),
judged as (
  select d.id as placed, e.id as episode,
    d.decided > year_end() or case when e.id is null then false when not e.undated then d.decided > e.left_on end as fault
  from decisions d
  left join last_left e on e.child = d.child
)
select placed as id, fault from judged
union all
select episode, fault from judged where episode is not null
