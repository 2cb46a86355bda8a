/* rule
code: "578"
says: The date that the child started to be missing is after the child ceased to be looked after.
fields: [MIS_START]
tables: [Episodes, Missing]
years: 2022-23 on
note: Found where the child was not looked after on the day, the day on which care ceased counting as care; so a start between two periods of care or before the first is found here as well as by rule 581. A child without episodes is not asked.
*/
select m.id, case
    when bool_or(m.mis_start between e.decom and until(e.dec, e.dec_text)) then false
    when m.mis_start is null or bool_or(e.decom is null or unreadable(e.dec, e.dec_text)) then null
    else true end as fault
from missing m join episodes e using (child)
where m.mis_start_text is not null
group by m.id, m.mis_start
