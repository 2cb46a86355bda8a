/* rule
code: "226"
says: Reason for placement change is not required for temporary placements.
said: [{until: 2024-25, says: Reason for placement change is not required.}]
fields: [REASON_PLACE_CHANGE, PLACE]
tables: [Episodes]
years: 2022-23 on
note: Neither on a temporary placement nor on the episode before it; the temporary one is marked.
*/
with given as (select child from episodes where reason_place_change is not null)
select id, case when reason_place_change is not null or prior.reason_place_change is not null then true end as fault
from episode_order
where temporary(place)
  and (reason_place_change is not null or prior.reason_place_change is not null or undated and child in (from given))
