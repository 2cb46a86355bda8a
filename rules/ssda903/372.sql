/* rule
code: "372"
says: Child in youth custody or prison should be at least 10.
fields: [DECOM, PLACE]
tables: [Episodes, Header]
years: 2022-23 on
note: The age is that on the day the episode began. An open episode is asked too; the open validator passes over it.
*/
select e.id, e.decom < birthday(h.dob, 10) as fault
from episodes e left join header h using (child)
where e.place = 'R5'
