/* rule
code: "635"
says: There are entries for date of order and local authority code where previous permanence option was arranged but previous permanence code is Z1
fields: [LA_PERM, DATE_PERM, PREV_PERM]
tables: [PrevPerm]
years: 2022-23 on
note: With Z1 both must be blank, so that either is found; it is found beside a blank code too. The open validator finds it beside the blank code, and passes over Z1 with one of the two.
*/
select id, true as fault
from prev_perm
where coalesce(prev_perm, 'Z1') = 'Z1' and coalesce(la_perm, date_perm) is not null
