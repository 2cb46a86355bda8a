/* rule
code: "225"
says: Reason for placement change must be recorded.
fields: [REASON_PLACE_CHANGE]
tables: [Episodes]
years: 2022-23 on
note: On the episode that ended in a change of placement (X1, and the next began for P, B, T or U), where neither of the two is temporary.
*/
select id, case when decom is null or next is null then null else true end as fault
from episode_order
where rec = 'X1' and reason_place_change is null and not temporary(place)
  and (decom is null
    or next is null and undated
    or next.rne in ('P', 'B', 'T', 'U') and not temporary(next.place))
