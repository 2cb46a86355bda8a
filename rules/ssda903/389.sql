/* rule
code: "389"
says: Reason episode ceased is that child transferred to care of adult social care services, but child is aged under 16.
fields: [REC]
tables: [Episodes, Header]
years: 2022-23 on
*/
select e.id, e.dec < birthday(h.dob, 16) as fault
from episodes e left join header h using (child)
where e.rec = 'E7'
