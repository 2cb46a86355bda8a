/* rule
code: "552"
says: Date of Decision to place a child for adoption should be on or prior to the date that the child was placed for adoption.
fields: [DATE_PLACED, DECOM]
tables: [Episodes, PlacedAdoption]
years: 2022-23 on
note: Each time that a child is placed, a decision must have stood that day; the open validator holds the first placement against the latest decision, and so finds a child placed a second time after another decision.
*/
with begun as (
  select * from episode_order where place in ('A3', 'A4', 'A5', 'A6') and coalesce(prior.place not in ('A3', 'A4', 'A5', 'A6'), true)
), against_decisions as (
  select begun.id as episode, d.id as decision, date_placed <= decom as in_time,
    in_time and until(date_placed_ceased, date_placed_ceased_text) >= decom as stood
  from begun join placed_adoption d using (child)
), judged as (
  select episode, decision, case when bool_or(stood) over one then false when bool_or(stood is null) over one then null else not in_time end as too_late
  from against_decisions window one as (partition by episode)
)
select episode as id, too_late as fault from judged
union all
select decision, too_late from judged
