/* rule
code: "514"
says: Data entry on the legal status of adopters shows a single adopter but data entry for the numbers of adopters shows it as a couple.
fields: [LS_ADOPTR, SEX_ADOPTR]
tables: [AD1]
years: 2022-23 on
note: A blank code is not the one that is asked for.
*/
select id, true as fault
from ad1
where ls_adoptr = 'L0' and coalesce(sex_adoptr not in ('M1', 'F1'), true)
