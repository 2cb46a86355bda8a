/* rule
code: "578"
says: The date that the child started to be missing is after the child ceased to be looked after.
fields: [MIS_START]
tables: [Episodes, Missing]
years: 2022-23 on
note: Found where the child was not looked after on the day and care had ceased before it; the day on which it ceased counts as care. A start before all care is rule 581, and one between two periods of care is found by both, for either day may be the wrong one. The open validator finds a start before all care here too. A child without episodes is not asked.
*/
select m.id, case
    when bool_or(m.mis_start between e.decom and until(e.dec, e.dec_text)) then false
    when not bool_or(coalesce(until(e.dec, e.dec_text) < m.mis_start, true)) then false
    when m.mis_start is null or bool_or(e.decom is null or unreadable(e.dec, e.dec_text)) then null
    else true end as fault
from missing m join episodes e using (child)
where m.mis_start_text is not null
group by m.id, m.mis_start
