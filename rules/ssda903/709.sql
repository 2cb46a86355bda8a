/* rule
code: "709"
says: Child with a DoLO is in an unexpected placement type.
fields: [DOLO_START, PLACE]
tables: [DoLo, Episodes]
years: 2026-27 on
note: Expected are K2, Z12 and Z13. Asked of every order and every episode that have a day in common, those still open included, since a child under an order in force is as much a child with one; the open validator passes over both. An episode that begins on the day on which the order ends, or ends on that on which it starts, has none. An order without a start is rule 700.
*/
with meeting as (
  select d.id as order_id, e.id as episode_id,
    d.dolo_start < until(e.dec, e.dec_text) and until(d.dolo_end, d.dolo_end_text) > e.decom as fault
  from dolo d join episodes e using (child)
  where d.dolo_start_text is not null and coalesce(e.place, '') not in ('K2', 'Z12', 'Z13')
)
select order_id as id, fault from meeting
union all
select episode_id, fault from meeting
