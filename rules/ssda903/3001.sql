/* rule
code: "3001"
says: Where care leavers information is being returned for a young person around their 17th birthday, the accommodation cannot be with their former foster carer(s).
fields: [ACCOM]
tables: [Header, OC3]
years: 2022-23 on
*/
select o.id, in_year(birthday(h.dob, 17)) as fault
from oc3 o join header h using (child)
where o.accom in ('Z1', 'Z2')
