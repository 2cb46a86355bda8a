/* rule
code: "134"
says: Data on adoption should not be entered for the OC3 cohort.
fields: [DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR]
tables: [OC3, AD1]
years: 2022-23 on
note: "The row of AD1 is found: the care leaver stands as returned, and the adoption is what should not be there."
*/
with care_leavers as (select child from oc3 where coalesce(in_touch_text, activ_text, accom_text) is not null)
select id, true as fault
from ad1
where coalesce(date_int_text, date_match_text, foster_care_text, nb_adoptr_text, sex_adoptr_text, ls_adoptr_text) is not null
  and child in (select child from care_leavers)
