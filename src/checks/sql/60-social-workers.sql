-- Social worker episodes of a child in the order in which they began, as `episode_order` has episodes of care.
create or replace temp table sw_episode_order as
with held as (
  select id, row, child, sw_id, sw_decom, sw_decom_text, sw_dec, sw_dec_text, sw_reason from sw_episodes where child is not null
),
undated_sw as (
  select child from held
  where child in (select child from held where sw_decom is null)
  group by child having count(*) > 1
)
select held.*, lag(held) over by_sw_start as prior, lead(held) over by_sw_start as next, row_number() over by_sw_start as n,
  child in (from undated_sw) as undated
from held
window by_sw_start as (partition by child, case when sw_decom is null then id end order by sw_decom, until(sw_dec, sw_dec_text), row);
