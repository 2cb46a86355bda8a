/* rule
code: "372"
says: Child in youth custody or prison should be at least 10.
fields: [DECOM, PLACE]
tables: [Episodes, Header]
years: 2022-23 on
note: The age is that on the day the episode began. Open episodes count too; some checks pass over them.
*/
select e.id, e.decom < birthday(h.dob, 10) as fault
from episodes e left join header h on h.child = e.child
where e.place = 'R5'
