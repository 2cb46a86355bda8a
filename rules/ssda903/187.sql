/* rule
code: "187"
says: Child cannot be looked after continuously for 12 months at 31 March (OC2) and have any of adoption or care leavers returns completed.
fields: [DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR, IN_TOUCH, ACTIV, ACCOM]
tables: [Episodes]
uses: [OC3, AD1]
years: 2022-23 on
due: year end
note: Each of the two tables is asked by itself, where it is there.
*/
with filled as (
  select id, child from ad1 where coalesce(date_int_text, date_match_text, foster_care_text, nb_adoptr_text, sex_adoptr_text, ls_adoptr_text) is not null
  union all
  select id, child from oc3 where coalesce(in_touch_text, activ_text, accom_text) is not null
)
select f.id, w.whole_year as fault
from filled f join whole_year w using (child)
