/* rule
code: "226"
says: Reason for placement change is not required for temporary placements.
said: [{until: 2024-25, says: Reason for placement change is not required.}]
fields: [REASON_PLACE_CHANGE, PLACE]
tables: [Episodes]
years: 2022-23 on
note: Neither on a temporary placement nor on the episode before it; the temporary one is marked.
*/
with undated as (select child from episodes where decom is null and reason_place_change is not null)
select id, case when reason_place_change is not null then true
                when decom is null or prior.reason_place_change is null then null
                else true end as fault
from episode_order
where temporary(place)
  and (reason_place_change is not null or prior.reason_place_change is not null or decom is null or child in (select child from undated))
