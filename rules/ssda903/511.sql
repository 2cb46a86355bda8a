/* rule
code: "511"
says: If reporting that the number of person(s) adopting the looked after child is two adopters then the code should only be MM, FF or MF. MM = the adopting couple are both males; FF = the adopting couple are both females; MF = The adopting couple are male and female.
fields: [NB_ADOPTR, SEX_ADOPTR]
tables: [AD1]
years: 2022-23 on
note: A code that is none counts as none of the three; a blank one is for rule 151.
*/
select id, true as fault
from ad1
where nb_adoptr = '2' and sex_adoptr not in ('MM', 'FF', 'MF')
