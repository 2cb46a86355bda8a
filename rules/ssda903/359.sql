/* rule
code: "359"
says: Child being looked after following 18th birthday must be accommodated under section 20(5) of the Children Act 1989 in a community home.
fields: [DEC, LS, PLACE]
tables: [Header, Episodes]
years: 2022-23 on
note: An open episode of someone who became 18 before the day up to which the return is complete, other than legal status V2 in placement K2.
*/
select e.id, birthday(h.dob, 18) < as_at() and case when e.dec_text is null then true end as fault
from episodes e left join header h using (child)
where e.dec is null and (e.ls is distinct from 'V2' or e.place is distinct from 'K2')
