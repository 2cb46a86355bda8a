/* rule
code: "710"
says: Child with a DoLO can not be placed in secure children's homes, with parents, young offender institutions, or supported accommodation.
fields: [DOLO_START, PLACE]
tables: [DoLo, Episodes]
years: 2026-27 on
note: These are K1, P1, R5 and K3. Asked of an order with start and end, and of every episode that has a day in common with it, an open one included, which the open validator leaves out; an episode that begins on the day on which the order ends, or ends on that on which it starts, has none.
*/
with meeting as (
  select d.id as order_id, e.id as episode_id, d.dolo_start < until(e.dec, e.dec_text) and d.dolo_end > e.decom as fault
  from dolo d join episodes e using (child)
  where d.dolo_start_text is not null and d.dolo_end_text is not null and e.place in ('K1', 'P1', 'R5', 'K3')
)
select order_id as id, fault from meeting
union all
select episode_id, fault from meeting
