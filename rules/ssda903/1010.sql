/* rule
code: "1010"
says: This child has no episodes loaded for current year even though there was an open episode of care at the end of the previous year, and care leaver data has been entered.
fields: [IN_TOUCH, ACTIV, ACCOM]
tables: [Episodes, OC3]
last: [Episodes]
years: 2022-23 on
note: A row in OC3 is care leaver data, whatever it says. Last year's episode that began last is the one that was open or not.
*/
with ended_last_year as (
  select child, case
      when unreadable(dec, dec_text) or (decom is null and dec_text is null) then null
      else dec_text is null end as was_open
  from episode_order_last
  where next is null
)
select o.id, l.was_open as fault
from oc3 o join ended_last_year l using (child)
where not exists (select 1 from episodes e where e.child = o.child)
