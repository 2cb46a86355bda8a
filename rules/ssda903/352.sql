/* rule
code: "352"
says: Child who started to be looked after was aged 18 or over.
fields: [DECOM, RNE]
tables: [Header, Episodes]
years: 2022-23 on
*/
select e.id, e.decom >= birthday(h.dob, 18) as fault
from episodes e join header h using (child)
where e.rne = 'S'
