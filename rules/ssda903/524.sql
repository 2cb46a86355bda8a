/* rule
code: "524"
says: If reporting legal status of adopters is L12 then the genders of adopters should be coded as MM or FF. MM = the adopting couple are both males. FF = the adopting couple are both females
fields: [LS_ADOPTR, SEX_ADOPTR]
tables: [AD1]
years: 2022-23 on
note: A blank code is not the one that is asked for.
*/
select id, true as fault
from ad1
where ls_adoptr = 'L12' and coalesce(sex_adoptr not in ('MM', 'FF'), true)
