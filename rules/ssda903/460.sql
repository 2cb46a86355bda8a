/* rule
code: "460"
says: Reason episode ceased is that child stayed with current carers at age 18 (or above), but child is aged under 18.
fields: [DEC, REC]
tables: [Header, Episodes]
years: 2022-23 on
*/
select episodes.id, dec < birthday(dob, 18) as fault
from episodes left join header using (child)
where rec = 'E17'
