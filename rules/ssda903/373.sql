/* rule
code: "373"
says: Child placed in a school should be at least 4 years old.
fields: [DECOM, PLACE]
tables: [Episodes, Header]
years: 2022-23 on
note: The age is that on the day the episode began. An open episode is asked too; the open validator passes over it.
*/
select e.id, e.decom < birthday(h.dob, 4) as fault
from episodes e left join header h using (child)
where e.place = 'S1'
