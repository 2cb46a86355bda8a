/* rule
code: "SW12STG2"
says: If a child is looked after on 31 March then all social worker episodes for the full previous year should be reported, even those whilst they were not looked after
fields: [DECOM]
tables: [SWEpisodes, Episodes]
years: 2023-24 on
forms:
  - {from: 2024-25, what: the period begins on 1 April a year before the collection does}
due: year end
note: Asked of each episode of care that begins or ends a time in care and touches the period, of children whose last episode has not ended care. Some social worker episode must overlap it; the open validator wants one to begin after a start and before an end, also of children who left.
*/
with looked_after as (
  select child
  from episode_order
  where next is null and not short_break(ls) and (dec is null or dec > year_end() or rec is null or rec = 'X1')
),
begins_or_ends_care as (
  select id, child, decom, until(dec, dec_text) as ended
  from episodes semi join looked_after using (child)
  where not short_break(ls) and (rne = 'S' or rec is distinct from 'X1')
),
overlapped as (
  select e.id, any_value(e.ended) as ended, bool_or(s.sw_decom <= e.ended and until(s.sw_dec, s.sw_dec_text) >= e.decom) as has_one,
    bool_or(s.id is not null and (s.sw_decom <= e.ended and until(s.sw_dec, s.sw_dec_text) >= e.decom) is null) as unsure
  from begins_or_ends_care e left join sw_episodes s using (child)
  group by e.id
)
select id, case when has_one then false when unsure then null
    else ended >= year_start() - to_years(case when collection_year() >= 2025 then 1 else 0 end) end as fault
from overlapped
