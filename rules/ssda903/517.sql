/* rule
code: "517"
says: If reporting legal status of adopters is L3 then the genders of adopters should be coded as MF. MF = the adopting couple are male and female.
fields: [LS_ADOPTR, SEX_ADOPTR]
tables: [AD1]
years: 2022-23 on
note: A blank code is not the one that is asked for.
*/
select id, true as fault
from ad1
where ls_adoptr = 'L3' and sex_adoptr is distinct from 'MF'
