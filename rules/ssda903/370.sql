/* rule
code: "370"
says: Child in independent living should be at least 16.
said: [{until: 2022-23, says: Child in independent living should be at least 15.}]
fields: [DECOM, PLACE]
tables: [Episodes, Header]
years: 2022-23 to 2023-24
forms: [{from: 2023-24, what: "the least age is 16, not 15"}]
note: The age is that on the day the episode began. An open episode is asked too; the open validator passes over it.
*/
select e.id, e.decom < birthday(h.dob, case when collection_year() >= 2024 then 16 else 15 end) as fault
from episodes e left join header h using (child)
where e.place = 'P2'
