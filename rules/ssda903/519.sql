/* rule
code: "519"
says: Data entered on the legal status of adopters shows civil partnership couple, but data entered on genders of adopters does not show it as a couple.
fields: [LS_ADOPTR, SEX_ADOPTR]
tables: [AD1]
years: 2022-23 on
note: A blank code is not the one that is asked for.
*/
select id, true as fault
from ad1
where ls_adoptr = 'L2' and coalesce(sex_adoptr not in ('MM', 'FF', 'MF'), true)
