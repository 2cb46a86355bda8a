/* rule
code: "387"
says: Reason episode ceased is child moved into independent living arrangement, but the child is aged under 14.
fields: [REC]
tables: [Header, Episodes]
years: 2022-23 on
*/
select e.id, e.dec < birthday(h.dob, 14) as fault
from episodes e left join header h using (child)
where e.rec in ('E5', 'E6')
