/* rule
code: "556"
says: Date of decision that the child should be placed for adoption should be on or prior to the date that the freeing order was granted.
fields: [DECOM]
tables: [Episodes, PlacedAdoption]
years: 2022-23 to 2023-24
note: An order is granted where a run of D1 begins; a decision must have stood that day, and a later one beside it is no fault.
*/
with begun as (
  select * from episode_order where ls = 'D1' and (prior.ls is distinct from 'D1' or prior.rec is distinct from 'X1')
), against_decisions as (
  select begun.id as episode, d.id as decision, date_placed <= decom as in_time,
    in_time and until(date_placed_ceased, date_placed_ceased_text) >= decom as stood
  from begun join placed_adoption d using (child)
), judged as (
  select episode, decision, case when bool_or(stood) over one then false when bool_or(stood is null) over one then null else not in_time end as too_late
  from against_decisions window one as (partition by episode)
)
select episode as id, too_late as fault from judged
