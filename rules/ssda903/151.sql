/* rule
code: "151"
says: All data items relating to a childs adoption must be coded or left blank.
fields: [DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR]
tables: [AD1]
years: 2022-23 on
*/
select id, true as fault
from ad1
where coalesce(date_int_text, date_match_text, foster_care_text, nb_adoptr_text, sex_adoptr_text, ls_adoptr_text) is not null
  and (date_int_text is null or date_match_text is null or foster_care_text is null or nb_adoptr_text is null or sex_adoptr_text is null or ls_adoptr_text is null)
