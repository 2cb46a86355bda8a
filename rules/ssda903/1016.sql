/* rule
code: "1016"
says: Care leaver information is not required for 17- or 18-year olds who cease to be looked after, after their birthday.
fields: [IN_TOUCH, ACTIV, ACCOM]
tables: [Episodes, OC3]
years: 2023-24 on
note: The birthday is the one in the year, and leaving on it is after it. A child in an open episode has not ceased to be looked after, whatever ended before; the open validator looks at every end.
*/
with care_leavers as (
  select id, child, birthday(dob, age_on(dob, year_end())) as birthday_in_year
  from oc3
  where coalesce(in_touch, activ, accom) is not null and (dob is null or age_on(dob, year_end()) in (17, 18))
)
select o.id, case
    when bool_or(e.dec_text is null) then false
    when max(e.dec) >= o.birthday_in_year then true
    when bool_or(unreadable(e.dec, e.dec_text)) then null
    else max(e.dec) >= o.birthday_in_year end as fault
from care_leavers o join episodes e using (child)
group by o.id, o.birthday_in_year
