/* rule
code: "1001"
says: The episodes recorded for this young person suggest they are not a relevant or a former relevant child and therefore should not have care leaver information completed.
fields: [IN_TOUCH, ACTIV, ACCOM]
tables: [Episodes, OC3, Header]
last: [Episodes]
years: 2022-23 on
note: A relevant child was looked after for 91 days or more since the 14th birthday, at least one since the 16th, short breaks left out, and did not leave last by adoption. Only this year's and last year's episodes are read. Where they are too few and the first of them is no start (RNE S), or where there is none and the 16th birthday was before last year, the child cannot be judged, for earlier returns may hold the care; the open validator finds all of them, and every young person of 20 or over.
*/
with both_years as (
  select child, decom, decom_text, dec, dec_text, ls, rec, rne from episodes
  union all select child, decom, decom_text, dec, dec_text, ls, rec, rne from episodes_last
),
-- An episode that stands in both years is one, closed by the later year.
once as (
  select child, decom, min(dec) as dec, bool_and(dec_text is null) as still_open, bool_or(short_break(ls)) as short,
    bool_or(adopted(rec)) as adopted,
    coalesce(bool_or(rne <> 'S'), false) as goes_on
  from both_years where child is not null group by child, decom
),
care as (
  select child, decom, short, adopted, lead(decom) over later is null as is_last, goes_on and lag(decom) over later is null as began_earlier,
    case when still_open then coalesce(lead(decom) over later, as_at()) else dec end as ended
  from once
  window later as (partition by child, decom is null order by decom)
),
born as (
  select child, max(dob) as dob from header where child is not null group by child
),
leavers as (
  select o.id, o.child, b.child is not null as in_header, coalesce(b.dob, o.dob) as dob
  from oc3 o left join born b on b.child = o.child
),
totals as (
  select l.id, l.in_header, l.dob, count(c.child) as episodes, coalesce(bool_or(c.adopted and c.is_last), false) as adopted,
    bool_or(not c.short and (c.decom is null or c.ended is null)) as unsure, bool_or(not c.short and c.began_earlier) as began_earlier,
    coalesce(sum(greatest(0, date_diff('day', greatest(c.decom, birthday(l.dob, 14)), c.ended))) filter (where c.decom is not null and not c.short), 0) as since_14,
    coalesce(sum(greatest(0, date_diff('day', greatest(c.decom, birthday(l.dob, 16)), c.ended))) filter (where c.decom is not null and not c.short), 0) as since_16
  from leavers l left join care c on c.child = l.child
  group by l.id, l.in_header, l.dob
)
select id, case
    when episodes = 0 and dob is null then case when in_header then null else true end
    when episodes = 0 then case when birthday(dob, 16) >= year_start() - interval 1 year then true end
    when adopted then true
    when dob is null then null
    when since_14 >= 91 and since_16 >= 1 then false
    when unsure or began_earlier then null
    else true end as fault,
  case when (episodes = 0 and dob is not null) or began_earlier then 'returns of earlier years would be needed' end as why
from totals
