/* rule
code: "SW17STG2"
says: There is no social worker episode open at 31 March
fields: [SW_DEC, SW_DECOM]
tables: [SWEpisodes]
uses: [Episodes]
years: 2025-26 on
due: year end
note: The episode that began last is marked. A child whose episodes say that they were not in care at the end of the year is passed over. A child of whom an earlier one is open is not found here, but by SW08STG2; the open validator asks only about the last.
*/
with left_care as (
  select child from episodes where child is not null
  group by child having not bool_or(not short_break(ls) and coalesce(until(dec, dec_text) > year_end(), true))
)
select id, case when bool_or(until(sw_dec, sw_dec_text) > year_end()) over of_child then false
    when bool_or(unreadable(sw_dec, sw_dec_text)) over of_child then null else true end as fault
from sw_episodes anti join left_care using (child)
where child is not null
window of_child as (partition by child)
qualify row_number() over (of_child order by sw_decom desc nulls last, sw_dec desc, row desc) = 1
