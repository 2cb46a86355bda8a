/* rule
code: "503D"
says: The placement type in the first episode does not match open episode at end of last year
fields: [PLACE]
tables: [Episodes]
last: [Episodes]
years: 2022-23 on
forms:
  - {from: 2024-25, what: "H5 may have become K3, in this year only"}
  - {from: 2025-26, what: Z1 may have become Z11 to Z14}
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
where opening.place is distinct from left_open.place
  and not coalesce(collection_year() = 2025 and left_open.place = 'H5' and opening.place = 'K3', false)
  and not coalesce(collection_year() >= 2026 and left_open.place = 'Z1' and opening.place in ('Z11', 'Z12', 'Z13', 'Z14'), false)
