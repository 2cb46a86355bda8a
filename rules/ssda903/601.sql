/* rule
code: "601"
says: The additional fields relating to adoption have not been completed although the episode data shows that the child was adopted during the year.
fields: [REC, DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR]
tables: [Episodes, AD1]
years: 2022-23 on
note: Any of the six left blank is found, and so is a child adopted in the year who has no row in AD1 at all, whom the open validator passes.
*/
with adopted as (
  select id, child, in_year(dec) as fault
  from episodes where adopted(rec)
),
ad1_rows as (
  select id, child, date_int_text is null or date_match_text is null or foster_care is null or nb_adoptr is null
      or sex_adoptr is null or ls_adoptr is null as incomplete
  from ad1
)
select e.id, e.fault from adopted e left join ad1_rows a using (child) where a.id is null or a.incomplete
union all
select a.id, e.fault from adopted e join ad1_rows a using (child) where a.incomplete
