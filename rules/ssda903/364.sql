/* rule
code: "364"
says: Sections 41-46 of Police and Criminal Evidence (PACE; 1984) severely limits the time a child can be detained in custody in Local Authority (LA) accommodation.
fields: [LS, DECOM, DEC]
tables: [Episodes]
years: 2022-23 on
note: The message gives no number of days; the open validator asks about more than 21. Episodes of the status that follow one another without a day between are one.
*/
select id, case when days > 21 then true when unsure then null else false end as fault
from status_run
where ls = 'J2'
