/* rule
code: "386"
says: Reason episode ceased is adopted but child has reached age 18.
fields: [REC]
tables: [Header, Episodes]
years: 2022-23 on
*/
select e.id, e.dec >= birthday(h.dob, 18) as fault
from episodes e left join header h using (child)
where adopted(e.rec)
