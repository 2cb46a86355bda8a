/* rule
code: "362"
says: Emergency protection order (EPO) lasted longer than 21 days
fields: [DECOM, LS, DEC]
tables: [Episodes]
years: 2022-23 on
note: Episodes of the status that follow one another without a day between are one.
*/
select id, case when days > 21 then true when unsure then null else false end as fault
from status_run
where ls = 'L2'
