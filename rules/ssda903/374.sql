/* rule
code: "374"
says: Child in residential employment should be at least 14 years old.
fields: [DECOM, PLACE]
tables: [Episodes, Header]
years: 2022-23 on
note: The age is that on the day the episode began. An open episode is asked too; the open validator passes over it.
*/
select e.id, e.decom < birthday(h.dob, 14) as fault
from episodes e left join header h using (child)
where e.place = 'P3'
