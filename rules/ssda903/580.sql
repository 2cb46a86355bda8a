/* rule
code: "580"
says: Child is missing when cease being looked after but reason episode ceased not 'E8'.
fields: [REC]
tables: [Episodes, Missing]
years: 2022-23 on
note: Asked of a child whose missing period and care both end on the 18th birthday, as E8 is the reason then; at other ages the reason is whatever ended care. A missing period left open is rule 577. X1 does not end care.
*/
select e.id, m.mis_end = e.dec and birthday(m.dob, 18) = e.dec as fault
from episodes e join missing m using (child)
where e.dec_text is not null and m.mis_end_text is not null and coalesce(e.rec, '') not in ('E8', 'X1')
