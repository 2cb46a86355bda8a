/* rule
code: "234"
says: A child aged under 10 can not change placement due to being admitted to custody
fields: [REASON_PLACE_CHANGE, DOB]
tables: [Episodes, Header]
years: 2025-26 on
note: The placement changed on the day on which the episode with the reason ended; where it has no end, the day on which it began stands in. The open validator takes the day on which it began, and so finds those who became 10 in the placement.
*/
with admitted as (
  select e.id as episode_id, h.id as header_id,
    case when e.dec_text is null then e.decom else e.dec end < birthday(h.dob, 10) as fault
  from episodes e join header h using (child)
  where e.reason_place_change = 'CUSTOD'
)
select episode_id as id, fault from admitted
union all
select header_id, fault from admitted
