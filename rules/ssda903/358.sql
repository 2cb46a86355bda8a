/* rule
code: "358"
says: Child with this legal status should not be under 10.
fields: [DECOM, DOB, LS]
tables: [Header, Episodes]
years: 2022-23 on
note: The age is that on the day the episode began. From the tenth birthday on the child is not under 10; the open validator counts the birthday itself as under.
*/
with justice as (
  select e.id as episode, h.id as header, e.decom < birthday(h.dob, 10) as fault
  from episodes e left join header h using (child)
  where e.ls in ('J1', 'J2', 'J3')
)
select episode as id, fault from justice
union all
select header, fault from justice where header is not null
