/* rule
code: "602"
says: The episode data submitted for this child does not show that he/she was adopted during the year.
fields: [CHILD]
tables: [Episodes, AD1]
years: 2022-23 on
note: Asked of a row of AD1 in which anything but child and date of birth is given.
*/
with adopted as (
  select child, in_year(dec) as in_year from episodes where adopted(rec)
)
select a.id, case
    when bool_or(e.in_year) then false
    when bool_or(e.child is not null and e.in_year is null) then null
    else true end as fault
from ad1 a left join adopted e on e.child = a.child
where a.child is not null
  and coalesce(a.date_int_text, a.date_match_text, a.foster_care, a.nb_adoptr, a.sex_adoptr, a.ls_adoptr) is not null
group by a.id
