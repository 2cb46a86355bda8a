/* rule
code: "1007"
says: Care leaver information is not required for 17- or 18-year olds who are still looked after on their 17th or 18th birthday.
fields: [IN_TOUCH, ACTIV, ACCOM]
tables: [Episodes, OC3]
years: 2022-23 on
note: The birthday is the one in the year. A child in an open episode is still looked after; the open validator asks for an end.
*/
with care_leavers as (
  select id, child, birthday(dob, age_on(dob, year_end())) as birthday_in_year
  from oc3
  where coalesce(in_touch, activ, accom) is not null and (dob is null or age_on(dob, year_end()) in (17, 18))
)
select o.id, o.birthday_in_year <= as_at() and e.decom <= o.birthday_in_year and until(e.dec, e.dec_text) > o.birthday_in_year as fault
from care_leavers o join episodes e using (child)
