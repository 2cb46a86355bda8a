/* rule
code: "426"
says: A child receiving respite care cannot be recorded under a legal status of V3 and V4 in the same year.
fields: [LS]
tables: [Episodes]
years: 2022-23 on
*/
select id, true as fault
from episodes e
where (ls = 'V3' and exists (select 1 from episodes v4 where v4.child = e.child and v4.ls = 'V4'))
   or (ls = 'V4' and exists (select 1 from episodes v3 where v3.child = e.child and v3.ls = 'V3'))
