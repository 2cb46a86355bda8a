/* rule
code: "502"
says: Last year's record ended with an open episode. The date on which that episode started does not match the start date of the first episode on this year’s record.
fields: [DECOM]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
note: "The last episode of last year is the one that began last, if it is open. An episode whose start cannot be read may be the first, or the last: no one can tell."
*/
with opening as (
  select *, bool_or(decom is null) over (partition by child) as unsure from episode_order
  qualify decom is null or n = 1
), left_open as (
  select *, bool_or(decom is null) over (partition by child) as unsure from episode_order_last
  where dec_text is null and (decom is null or next is null)
)
select opening.id, case when opening.unsure or left_open.unsure then null else true end as fault
from opening join left_open using (child)
where opening.decom is distinct from left_open.decom
