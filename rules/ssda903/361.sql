/* rule
code: "361"
says: Police protection legal status lasted longer than maximum 72 hours allowed in the Children Act 1989.
fields: [DECOM, LS, DEC]
tables: [Episodes]
years: 2022-23 on
note: Episodes of the status that follow one another without a day between are one. 72 hours are three days.
*/
select id, case when days > 3 then true when unsure then null else false end as fault
from status_run
where ls = 'L1'
