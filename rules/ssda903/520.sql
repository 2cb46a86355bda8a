/* rule
code: "520"
says: Data entry on the legal status of adopters shows different gender married couple but data entry on genders of adopters shows it as a same gender couple.
fields: [LS_ADOPTR, SEX_ADOPTR]
tables: [AD1]
years: 2022-23 on
*/
select id, true as fault
from ad1
where ls_adoptr = 'L11' and sex_adoptr in ('MM', 'FF')
