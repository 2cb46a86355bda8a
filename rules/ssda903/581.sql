/* rule
code: "581"
says: Child is missing but has not yet started to be looked after.
fields: [MIS_START]
tables: [Episodes, Missing]
years: 2022-23 on
note: Found where the child was not looked after on the day and care began after it; the day on which care ceased counts as care. A start after all care is rule 578, and one between two periods of care is found by both, for either day may be the wrong one. The open validator finds a start after all care here too. A child without episodes is not asked.
*/
select m.id, case
    when bool_or(m.mis_start between e.decom and until(e.dec, e.dec_text)) then false
    when not bool_or(coalesce(e.decom > m.mis_start, true)) then false
    when m.mis_start is null or bool_or(e.decom is null or unreadable(e.dec, e.dec_text)) then null
    else true end as fault
from missing m join episodes e using (child)
where m.mis_start_text is not null
group by m.id, m.mis_start
