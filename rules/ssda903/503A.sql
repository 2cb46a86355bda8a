/* rule
code: "503A"
says: The reason for new episode in the first episode does not match open episode at end of last year.
fields: [RNE]
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
where opening.rne is distinct from left_open.rne
