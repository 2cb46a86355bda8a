/* rule
code: "374"
says: Child in residential employment should be at least 14 years old.
fields: [DECOM, PLACE]
tables: [Episodes, Header]
years: 2022-23 on
note: The age is that on the day the episode began. Open episodes count too; some checks pass over them.
*/
select e.id, e.decom < birthday(h.dob, 14) as fault
from episodes e left join header h on h.child = e.child
where e.place = 'P3'
