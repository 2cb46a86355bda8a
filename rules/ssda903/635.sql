/* rule
code: "635"
says: There are entries for date of order and local authority code where previous permanence option was arranged but previous permanence code is Z1
fields: [LA_PERM, DATE_PERM, PREV_PERM]
tables: [PrevPerm]
years: 2022-23 on
note: With Z1, found where date and authority are both given, as the message says; one of them beside a blank code is found too. The open validator finds the second and passes Z1.
*/
select id, true as fault
from prev_perm p
where (p.prev_perm = 'Z1' and p.la_perm is not null and p.date_perm is not null)
  or (p.prev_perm is null and (p.la_perm is not null or p.date_perm is not null))
