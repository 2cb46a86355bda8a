/* rule
code: "625"
says: Date of birth of the first child is beyond the end of this reporting year or the date the child ceased to be looked after.
fields: [MC_DOB, DEC]
tables: [Episodes, Header]
years: 2022-23 on
note: A child with an open episode has not ceased to be looked after; the open validator takes the latest end of those that have one. A date after the year is found for a care leaver without episodes too. The episode that ended last is marked with the row of Header.
*/
with ends as (
  select id, child, dec, max(until(dec, dec_text)) over of_child as latest, bool_or(unreadable(dec, dec_text)) over of_child as unsure
  from episodes
  where child is not null
  window of_child as (partition by child)
),
leavers as (
  select child, max(latest) as latest, bool_or(unsure) as unsure from ends group by child
),
judged as (
  select h.id, h.child, case
      when h.mc_dob is null then null
      when h.mc_dob > year_end() then true
      when coalesce(l.latest = for_ever(), l.child is null) then false
      when l.unsure then null
      else h.mc_dob > l.latest end as fault
  from header h left join leavers l using (child)
  where h.mc_dob_text is not null
)
select id, fault from judged
union all
select e.id, true
from ends e
where not e.unsure and e.dec = e.latest and e.child in (select child from judged where fault)
