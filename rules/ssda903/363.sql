/* rule
code: "363"
says: Child assessment order (CAO) lasted longer than 7 days allowed in the Children Act 1989.
fields: [LS, DECOM, DEC]
tables: [Episodes]
years: 2022-23 on
note: Episodes of the status that follow one another without a day between are one.
*/
select id, case when days > 7 then true when unsure then null else false end as fault
from status_run
where ls = 'L3'
