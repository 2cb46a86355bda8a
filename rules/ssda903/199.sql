/* rule
code: "199"
says: Episode information shows child has been previously adopted from care.
fields: [CHILD]
tables: [Episodes]
uses_last: [Episodes]
years: 2022-23 on
note: An episode that began after one of the same child that ended in adoption (E11 or E12), in this return or last year's. A child who is adopted and comes back gets an id of their own.
*/
with adopted as (
  select child, min(decom) as began
  from (select child, decom, rec from episodes union all select child, decom, rec from episodes_last)
  where adopted(rec)
  group by child
)
select e.id, e.decom > a.began as fault
from episodes e join adopted a using (child)
