/* rule
code: "581"
says: Child is missing but has not yet started to be looked after.
fields: [MIS_START]
tables: [Episodes, Missing]
years: 2022-23 on
note: Found where no episode holds the day, its last day counted; so a start between two periods of care or after the last is found here as well as by rule 578. A child without episodes is not asked.
*/
select m.id, case
    when bool_or(m.mis_start between e.decom and until(e.dec, e.dec_text)) then false
    when m.mis_start is null or bool_or(e.decom is null or unreadable(e.dec, e.dec_text)) then null
    else true end as fault
from missing m join episodes e using (child)
where m.mis_start_text is not null
group by m.id, m.mis_start
